package io.synthforce.store.turn;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One turn of a simulation. */
public record TurnRow(
        UUID simulation,
        int turn,
        @Nullable Long request,
        State state,
        int engine,
        TurnInputs inputs,
        String inputsHash,
        Instant takenAt,
        @Nullable Instant endedAt) {

    /** A left turn keeps its recorded calls and is taken up by the next request. */
    public enum State {
        TAKEN,
        LEFT,
        PLAYED
    }
}
