package io.synthforce.workflows.change;

import io.synthforce.workflows.world.World;
import io.synthforce.workflows.world.WorldEvent;
import java.util.List;

/** What could happen cannot any more. Effects it already caused still land. */
public record RemoveEvent(String event) implements Change {

    @Override
    public Fork applyTo(Fork fork) {
        World world = fork.scenario().world();
        List<WorldEvent> left =
                world.events().stream().filter(e -> !e.id().equals(event)).toList();
        if (left.size() == world.events().size()) {
            throw InvalidChange.unknown(
                    "target",
                    "event",
                    event,
                    world.events().stream().map(WorldEvent::id).toList());
        }
        return fork.with(Scenarios.withWorld(fork.scenario(), world.withEvents(left)));
    }
}
