package io.synthforce.store.request;

import io.synthforce.workflows.simulation.Operation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request of the inbox.
 *
 * @param turn the turn it became, once taken
 * @param outcome present once it is done or refused
 * @param runId the workflow run that took its bell, when known
 */
public record RequestRow(
        long id,
        UUID simulation,
        String key,
        Operation operation,
        State state,
        @Nullable Integer turn,
        @Nullable Outcome outcome,
        @Nullable String runId,
        Instant createdAt) {

    /** Open and taken ones will still be answered. */
    public enum State {
        OPEN,
        TAKEN,
        DONE,
        REFUSED
    }
}
