package io.synthforce.store.turn;

import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.Turn;
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

    /** The turn as the workflow plays it; of request 0 when it was left meanwhile. */
    public Turn toPlay(CallClass callClass) {
        return new Turn(
                simulation,
                turn,
                request == null ? 0 : request,
                engine,
                callClass,
                inputsHash,
                inputs.speakers(),
                inputs.injected().stream().map(InjectedInput::withoutText).toList());
    }

    /** A left turn keeps its recorded calls and is taken up by the next request. */
    public enum State {
        TAKEN,
        LEFT,
        PLAYED
    }
}
