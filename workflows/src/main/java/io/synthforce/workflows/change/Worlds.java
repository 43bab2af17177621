package io.synthforce.workflows.change;

import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.world.Dynamic;
import io.synthforce.workflows.world.Indicator;
import io.synthforce.workflows.world.World;
import io.synthforce.workflows.world.WorldEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Worlds with one thing put in its place. */
final class Worlds {

    private Worlds() {}

    static Indicator indicator(World world, String member, String id) {
        return world.indicators().stream()
                .filter(indicator -> indicator.id().equals(id))
                .findFirst()
                .orElseThrow(() -> InvalidChange.unknown(
                        member,
                        "indicator",
                        id,
                        world.indicators().stream().map(Indicator::id).toList()));
    }

    static List<String> roles(Fork fork) {
        return fork.scenario().cast().stream().map(Seat::role).distinct().toList();
    }

    static World withEvent(World world, WorldEvent event) {
        return new World(
                world.indicators(),
                world.actions(),
                world.dynamics(),
                put(world.events(), event, WorldEvent::id),
                world.outside());
    }

    static World withRule(World world, Dynamic rule) {
        return new World(
                world.indicators(),
                world.actions(),
                put(world.dynamics(), rule, Dynamic::id),
                world.events(),
                world.outside());
    }

    /** The list with the item of the same id replaced in its place, or the item appended when there is none. */
    static <T> List<T> put(List<T> list, T item, Function<T, String> id) {
        List<T> changed = new ArrayList<>(list);
        for (int i = 0; i < changed.size(); i++) {
            if (id.apply(changed.get(i)).equals(id.apply(item))) {
                changed.set(i, item);
                return changed;
            }
        }
        changed.add(item);
        return changed;
    }
}
