package io.synthforce.workflows.interview;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;

/** Nothing but its one activity. */
public final class InterviewWorkflowImpl implements InterviewWorkflow {

    private static final Logger LOG = Workflow.getLogger(InterviewWorkflowImpl.class);

    /** As for the calls of a turn: attempts have no limit, because waiting for the provider costs attempts too. */
    private final InterviewActivities activities = Workflow.newActivityStub(
            InterviewActivities.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofSeconds(3 * 120 + 15))
                    .setHeartbeatTimeout(Duration.ofSeconds(15))
                    .setCancellationType(ActivityCancellationType.TRY_CANCEL)
                    .setRetryOptions(RetryOptions.newBuilder()
                            .setInitialInterval(Duration.ofMillis(100))
                            .setMaximumInterval(Duration.ofSeconds(10))
                            .build())
                    .build());

    @Override
    public void run(UUID interview) {
        try {
            activities.ask(interview);
        } catch (ActivityFailure failure) {
            LOG.error("Interview {} failed", interview, failure);
        }
    }
}
