package io.synthforce.workflows.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in the cast. {@code id} is unique in the simulation: the role for its first seat, {@code role-2} for the
 * second one of the same role. Seats speak in order of priority, highest first.
 *
 * @param model the model that speaks for it, or null for the one its role is configured with
 */
public record Seat(
        String id,
        String role,
        String name,
        int priority,
        @Nullable String model) {

    /** A seat that is asked of the model its role is configured with. */
    public Seat(String id, String role, String name, int priority) {
        this(id, role, name, priority, null);
    }

    public Seat spokenBy(String other) {
        return new Seat(id, role, name, priority, other);
    }

    /** Seats for the named roles, in speaking order; a role named twice gets two seats. */
    public static List<Seat> seatsFor(List<Role> roles) {
        List<Seat> seats = new ArrayList<>();
        Map<String, Integer> places = new LinkedHashMap<>();
        for (Role role : roles) {
            int place = places.getOrDefault(role.role(), 0) + 1;
            places.put(role.role(), place);
            String id = place == 1 ? role.role() : role.role() + "-" + place;
            seats.add(new Seat(id, role.role(), role.name(), role.priority()));
        }
        seats.sort(Comparator.comparingInt(Seat::priority).reversed());
        return List.copyOf(seats);
    }
}
