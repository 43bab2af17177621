package io.synthforce.store.experiment;

import io.synthforce.workflows.experiment.Plan;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A what-if as it stands.
 *
 * @param asked what the answer repeats of the request, as JSON
 * @param planHash of the plan as it was frozen
 */
public record Experiment(
        UUID id,
        UUID simulation,
        long request,
        @Nullable String name,
        @Nullable String description,
        String asked,
        Plan plan,
        String planHash,
        State state,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /** {@code CANCELLING}: no further branch begins, and those that play are being stopped. */
    public enum State {
        RUNNING,
        CANCELLING,
        DONE,
        CANCELLED;

        public boolean goesOn() {
            return this == RUNNING || this == CANCELLING;
        }
    }
}
