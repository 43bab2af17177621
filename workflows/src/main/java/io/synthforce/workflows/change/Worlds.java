package io.synthforce.workflows.change;

import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.world.Dynamic;
import io.synthforce.workflows.world.Formula;
import io.synthforce.workflows.world.Indicator;
import io.synthforce.workflows.world.Parameter;
import io.synthforce.workflows.world.World;
import io.synthforce.workflows.world.WorldEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

    /** An indicator that can be changed: one that is worked out of others cannot. */
    static Indicator base(World world, String member, String id) {
        Indicator indicator = indicator(world, member, id);
        if (indicator.derived()) {
            throw new InvalidChange(
                    member, "'%s' is worked out as %s; change one of these".formatted(id, indicator.formula()));
        }
        return indicator;
    }

    static void parameter(World world, String member, @Nullable String id) {
        if (id != null && world.parameter(id).isEmpty()) {
            throw InvalidChange.unknown(
                    member,
                    "parameter",
                    id,
                    world.parameters().stream().map(Parameter::id).toList());
        }
    }

    /** Everything a formula names is there. */
    static void names(World world, String member, @Nullable Formula formula) {
        if (formula == null) {
            return;
        }
        formula.fault().ifPresent(fault -> {
            throw new InvalidChange(member, fault);
        });
        for (String name : formula.names()) {
            if (world.parameter(name).isEmpty()) {
                indicator(world, member, name);
            }
        }
    }

    static List<String> roles(Fork fork) {
        return fork.scenario().cast().stream().map(Seat::role).distinct().toList();
    }

    static World withEvent(World world, WorldEvent event) {
        return world.withEvents(put(world.events(), event, WorldEvent::id));
    }

    static World withRule(World world, Dynamic rule) {
        return world.withDynamics(put(world.dynamics(), rule, Dynamic::id));
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
