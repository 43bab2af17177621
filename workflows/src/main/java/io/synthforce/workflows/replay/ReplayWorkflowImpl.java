package io.synthforce.workflows.replay;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Nothing but its one activity. */
public final class ReplayWorkflowImpl implements ReplayWorkflow {

    /** The longest simulation takes seconds; a busy database may take its time. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final ReplayActivities activities = Workflow.newActivityStub(
            ReplayActivities.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(LONGEST)
                    .setRetryOptions(
                            RetryOptions.newBuilder().setMaximumAttempts(3).build())
                    .build());

    @Override
    public ReplayReport run(ReplayRun run) {
        return activities.replay(run);
    }
}
