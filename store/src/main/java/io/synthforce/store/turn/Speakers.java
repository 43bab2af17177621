package io.synthforce.store.turn;

import io.synthforce.workflows.scenario.Role;
import io.synthforce.workflows.scenario.Seat;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who speaks in a turn: the cast, or the roles in focus with all their seats, be they of the cast or guests. */
final class Speakers {

    private Speakers() {}

    /**
     * In speaking order; empty when a role in focus does not exist.
     *
     * @param roles those that ship and the scenario's own, whose seats may have left
     */
    static Optional<List<Seat>> of(List<Seat> cast, List<String> focus, Function<String, Optional<Role>> roles) {
        if (focus.isEmpty()) {
            return Optional.of(cast);
        }
        List<String> guests = focus.stream()
                .filter(role -> cast.stream().noneMatch(seat -> seat.role().equals(role)))
                .toList();
        List<Role> known =
                guests.stream().flatMap(role -> roles.apply(role).stream()).toList();
        if (known.size() < guests.size()) {
            return Optional.empty();
        }
        return Optional.of(Stream.concat(
                        cast.stream().filter(seat -> focus.contains(seat.role())), Seat.seatsFor(known).stream())
                .sorted(Comparator.comparingInt(Seat::priority).reversed())
                .toList());
    }
}
