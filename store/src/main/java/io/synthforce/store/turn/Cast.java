package io.synthforce.store.turn;

import io.synthforce.workflows.scenario.Direction;
import io.synthforce.workflows.scenario.Role;
import io.synthforce.workflows.scenario.Roles;
import io.synthforce.workflows.scenario.Seat;
import java.util.List;
import java.util.Optional;

/**
 * Who takes part, and what they were told; some may have been told to stay away.
 *
 * @param roles the scenario's own
 * @param relevant whether only those speak whom a turn concerns, unless a request says who is in focus
 */
record Cast(List<Seat> seats, List<Direction> directions, List<Role> roles, boolean relevant) {

    /** In speaking order, without who is absent in the turn; empty when a role in focus does not exist. */
    Optional<List<Seat>> speakers(List<String> focus, int turn) {
        return Speakers.of(seats, focus, this::role)
                .map(all -> all.stream().filter(seat -> isPresent(seat, turn)).toList());
    }

    /** Who is in focus of those somebody else asked for; nobody when none of them could speak in the turn. */
    List<String> inFocus(List<String> given, int turn) {
        return speakers(given, turn).filter(all -> !all.isEmpty()).isPresent() ? given : List.of();
    }

    private Optional<Role> role(String name) {
        return roles.stream()
                .filter(role -> role.role().equals(name))
                .findFirst()
                .or(() -> Roles.find(name));
    }

    private boolean isPresent(Seat seat, int turn) {
        return directions.stream().noneMatch(told -> told.seat().equals(seat.id()) && told.absentIn(turn));
    }
}
