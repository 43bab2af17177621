package io.synthforce.store.interview;

import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question to an agent as it was after a turn.
 *
 * @param number of the simulation's interviews, from 1
 * @param detail why it failed, null when it did not
 */
public record Interview(
        UUID id,
        UUID simulation,
        int number,
        int turn,
        String seat,
        String role,
        String question,
        State state,
        @Nullable String detail,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /** How far it is. */
    public enum State {
        OPEN,
        DONE,
        FAILED
    }

    /** Where its answer is recorded. */
    public CallKey key() {
        return new CallKey(simulation, turn, seat, Phase.INTERVIEW, number);
    }
}
