package io.synthforce.workflows.change;

import io.synthforce.workflows.world.Dynamic;
import io.synthforce.workflows.world.World;
import java.util.List;

/** What went on by itself stops. */
public record RemoveRule(String rule) implements Change {

    @Override
    public Fork applyTo(Fork fork) {
        World world = fork.scenario().world();
        List<Dynamic> left =
                world.dynamics().stream().filter(r -> !r.id().equals(rule)).toList();
        if (left.size() == world.dynamics().size()) {
            throw InvalidChange.unknown(
                    "target",
                    "rule",
                    rule,
                    world.dynamics().stream().map(Dynamic::id).toList());
        }
        return fork.with(Scenarios.withWorld(fork.scenario(), world.withDynamics(left)));
    }
}
