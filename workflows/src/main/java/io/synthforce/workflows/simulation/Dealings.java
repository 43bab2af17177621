package io.synthforce.workflows.simulation;

import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** How a workflow deals with the store: by local activities that are retried until they go through. */
public final class Dealings {

    public static final LocalActivityOptions OPTIONS = LocalActivityOptions.newBuilder()
            .setStartToCloseTimeout(Duration.ofSeconds(30))
            .setLocalRetryThreshold(Duration.ofSeconds(2))
            .setDoNotIncludeArgumentsIntoMarker(true)
            .setRetryOptions(RetryOptions.newBuilder()
                    .setInitialInterval(Duration.ofMillis(100))
                    // Without a limit on attempts or time a local activity is not retried at all.
                    .setMaximumAttempts(Integer.MAX_VALUE)
                    .setMaximumInterval(Duration.ofSeconds(15))
                    .setDoNotRetry(
                            IllegalStateException.class.getName(),
                            IllegalArgumentException.class.getName(),
                            NullPointerException.class.getName())
                    .build())
            .build();

    private Dealings() {}

    static SimulationActivities withStore() {
        return Workflow.newLocalActivityStub(SimulationActivities.class, OPTIONS);
    }
}
