package io.synthforce.workflows.world;

import java.util.ArrayList;
import java.util.List;

/** Indicators that are worked out of each other, and so of nothing. */
final class FormulaCircles {

    private FormulaCircles() {}

    static List<Fault> in(World world) {
        List<Fault> circles = new ArrayList<>();
        for (int i = 0; i < world.indicators().size(); i++) {
            String id = world.indicators().get(i).id();
            if (reached(world, id).contains(id)) {
                circles.add(new Fault("/indicators/" + i + "/formula", "'%s' is worked out of itself".formatted(id)));
            }
        }
        return circles;
    }

    /** All that an indicator is worked out of, directly or through others. */
    private static List<String> reached(World world, String id) {
        List<String> reached = new ArrayList<>();
        List<String> open = new ArrayList<>(List.of(id));
        while (!open.isEmpty()) {
            String next = open.removeFirst();
            world.indicators().stream()
                    .filter(indicator -> indicator.id().equals(next))
                    .flatMap(indicator -> World.names(indicator).stream())
                    .filter(name -> !reached.contains(name))
                    .forEach(name -> {
                        reached.add(name);
                        open.add(name);
                    });
        }
        return reached;
    }
}
