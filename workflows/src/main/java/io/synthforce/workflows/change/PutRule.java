package io.synthforce.workflows.change;

import io.synthforce.workflows.world.Dynamic;
import io.synthforce.workflows.world.World;

/** Something goes on by itself in every turn of the branch; a rule of the same id is replaced. */
public record PutRule(Dynamic rule) implements Change {

    @Override
    public Fork applyTo(Fork fork) {
        World world = fork.scenario().world();
        Worlds.base(world, "indicator", rule.target());
        Worlds.indicator(world, "source", rule.source());
        Worlds.names(world, "formula", rule.formula());
        Worlds.parameter(world, "rate", rule.rateOf());
        return fork.with(Scenarios.withWorld(fork.scenario(), Worlds.withRule(world, rule)));
    }
}
