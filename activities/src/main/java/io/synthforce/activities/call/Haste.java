package io.synthforce.activities.call;

import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long the judge is waited for where a what-if ends early: whoever ended it waits for what it has come to. */
final class Haste {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Haste() {}

    /**
     * Why a call that is to be made again later is not waited for; empty when it is.
     *
     * @param later what it was put off with
     */
    static Optional<String> reason(ApplicationFailure later) {
        if (Provider.OVER_BUDGET.equals(later.getType())) {
            return Optional.of("what is left of the budget does not cover it");
        }
        Duration delay = later.getNextRetryDelay();
        Instant asked =
                Instant.ofEpochMilli(Activity.getExecutionContext().getInfo().getScheduledTimestamp());
        return delay == null || Instant.now().plus(delay).isBefore(asked.plus(PATIENCE))
                ? Optional.empty()
                : Optional.of("the model could not be asked in time: " + later.getType());
    }
}
