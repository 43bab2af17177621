package io.synthforce.workflows.turn;

import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.journal.Stance;
import io.synthforce.workflows.scenario.Seat;
import java.util.List;

/** Where a seat stands at the end of the discussion: its position, or the last reply that replaced it. */
record Voice(Seat seat, List<Stance> stances, List<String> actions) {

    static Voice of(Seat seat, PositionTaken position) {
        return new Voice(seat, position.stances(), position.actions());
    }

    Voice after(ReplyGiven reply) {
        return reply.answer().given() ? new Voice(seat, reply.stances(), reply.actions()) : this;
    }

    int on(String issue) {
        return stances.stream()
                .filter(stance -> stance.issue().equals(issue))
                .findFirst()
                .map(Stance::value)
                .orElse(0);
    }
}
