package io.synthforce.workflows.turn;

import io.synthforce.workflows.scenario.Seat;
import java.util.List;
import java.util.UUID;

/**
 * A turn that was taken from the inbox and is to be played.
 *
 * @param request the request it answers
 * @param engine version of the rules it began with
 * @param inputs content hash of what was asked
 * @param speakers who speaks, in speaking order
 */
public record Turn(
        UUID simulation,
        int number,
        long request,
        int engine,
        CallClass callClass,
        String inputs,
        List<Seat> speakers) {

    public Turn {
        speakers = List.copyOf(speakers);
    }
}
