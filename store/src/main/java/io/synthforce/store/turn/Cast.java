package io.synthforce.store.turn;

import io.synthforce.workflows.scenario.Direction;
import io.synthforce.workflows.scenario.Seat;
import java.util.List;
import java.util.Optional;

/**
 * Who takes part, and what they were told; some may have been told to stay away.
 *
 * @param relevant whether only those speak whom a turn concerns, unless a request says who is in focus
 */
record Cast(List<Seat> seats, List<Direction> directions, boolean relevant) {

    /** In speaking order, without who is absent in the turn; empty when a role in focus does not exist. */
    Optional<List<Seat>> speakers(List<String> focus, int turn) {
        return Speakers.of(seats, focus)
                .map(all -> all.stream().filter(seat -> isPresent(seat, turn)).toList());
    }

    private boolean isPresent(Seat seat, int turn) {
        return directions.stream().noneMatch(told -> told.seat().equals(seat.id()) && told.absentIn(turn));
    }
}
