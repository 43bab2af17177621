package io.synthforce.store.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request to play on.
 *
 * @param asked the last turn as it was asked for
 * @param until the last turn as it stands: lower than asked when the play was stopped
 * @param outcome how it ended, null while it goes on
 * @param overBudget whether its next turn waits for a budget
 */
public record Play(
        long request,
        int asked,
        int until,
        @Nullable Outcome outcome,
        boolean overBudget,
        Instant askedAt,
        @Nullable Instant endedAt) {

    public boolean goesOn() {
        return outcome == null;
    }

    public boolean stopped() {
        return until < asked;
    }
}
