package io.synthforce.workflows.change;

import io.synthforce.workflows.world.Effect;
import io.synthforce.workflows.world.World;
import io.synthforce.workflows.world.WorldEvent;

/** Something happens in the branch that did not before, on a turn or by chance; one of the same id is replaced. */
public record PutEvent(WorldEvent event) implements Change {

    @Override
    public Fork applyTo(Fork fork) {
        if (event.onTurn() != 0 && event.onTurn() <= fork.turn()) {
            throw new InvalidChange(
                    "on_turn",
                    "Turn %d is over at the fork; the first possible turn is %d"
                            .formatted(event.onTurn(), fork.turn() + 1));
        }
        if (!(event.probability() >= 0 && event.probability() <= 1)) {
            throw new InvalidChange("probability", "A probability is from 0 to 1");
        }
        World world = fork.scenario().world();
        for (Effect effect : event.effects()) {
            Worlds.base(world, "effects", effect.indicator());
            Worlds.names(world, "effects", effect.scale());
        }
        Worlds.names(world, "probability", event.probabilityFormula());
        for (String role : event.visibility().roles()) {
            if (!Worlds.roles(fork).contains(role)) {
                throw InvalidChange.unknown("role", "role in the cast named", role, Worlds.roles(fork));
            }
        }
        return fork.with(Scenarios.withWorld(
                fork.scenario(), Worlds.withEvent(fork.scenario().world(), event)));
    }
}
