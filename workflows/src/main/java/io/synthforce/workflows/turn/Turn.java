package io.synthforce.workflows.turn;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param injected events that users let happen in it, in the order in which they asked
 */
public record Turn(
        UUID simulation,
        int number,
        long request,
        int engine,
        CallClass callClass,
        String inputs,
        List<Seat> speakers,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Injected> injected) {

    public Turn {
        speakers = List.copyOf(speakers);
        injected = injected == null ? List.of() : List.copyOf(injected);
    }
}
