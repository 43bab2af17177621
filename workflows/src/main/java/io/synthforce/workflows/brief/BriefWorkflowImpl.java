package io.synthforce.workflows.brief;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.slf4j.Logger;

/** Has it written and then checked, and beside that asks directly, in parallel. */
public final class BriefWorkflowImpl implements BriefWorkflow {

    private static final Logger LOG = Workflow.getLogger(BriefWorkflowImpl.class);

    /** As for the calls of a turn: attempts have no limit, because waiting for the provider costs attempts too. */
    private final BriefActivities activities = Workflow.newActivityStub(
            BriefActivities.class,
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
    public void run(UUID brief) {
        try {
            List<Promise<Void>> asked = IntStream.rangeClosed(1, activities.write(brief))
                    .mapToObj(time -> Async.procedure(activities::askDirectly, brief, time))
                    .toList();
            activities.check(brief);
            Promise.allOf(asked).get();
            activities.conclude(brief);
        } catch (ActivityFailure failure) {
            LOG.error("Brief {} failed", brief, failure);
        }
    }
}
