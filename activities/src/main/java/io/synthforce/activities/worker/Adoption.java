package io.synthforce.activities.worker;

import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.ResetStickyTaskQueueRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.client.ActivityCompletionClient;
import io.temporal.client.ActivityCompletionException;
import io.temporal.client.WorkflowClient;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Takes over what a predecessor left when it was killed, without waiting for its timeouts. Only the sole heir may do
 * that (the lock on the data directory proves it); were the guess wrong, natural keys would keep it harmless.
 */
final class Adoption {

    private static final Logger log = LoggerFactory.getLogger(Adoption.class);
    private static final int DEADLINE_SECONDS = 5;

    private final WorkflowClient client;
    private final String identity;

    Adoption(WorkflowClient client, String identity) {
        this.client = client;
        this.identity = identity;
    }

    @EventListener(ApplicationReadyEvent.class)
    void adopt() {
        try {
            List<WorkflowExecution> orphans = client.listExecutions("ExecutionStatus = 'Running'")
                    .map(metadata -> metadata.getExecution())
                    .toList();
            long calls = orphans.stream().mapToLong(this::adopt).sum();
            if (calls > 0) {
                log.info("Took over {} calls of a process that ended without notice", calls);
            }
        } catch (StatusRuntimeException e) {
            log.warn("Could not take over what a predecessor left; its timeouts will: {}", e.getStatus());
        }
    }

    /** @return how many calls were taken over */
    private long adopt(WorkflowExecution workflow) {
        stub().resetStickyTaskQueue(ResetStickyTaskQueueRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setExecution(workflow)
                .build());
        return stub().describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .setExecution(workflow)
                        .build())
                .getPendingActivitiesList()
                .stream()
                .filter(this::isOrphaned)
                .filter(activity -> release(workflow, activity))
                .count();
    }

    private boolean isOrphaned(PendingActivityInfo activity) {
        return activity.getState() == PendingActivityState.PENDING_ACTIVITY_STATE_STARTED
                && !activity.getLastWorkerIdentity().equals(identity);
    }

    /** Fails the activity as its dead worker cannot; the retry asks for the recorded reply first. */
    private boolean release(WorkflowExecution workflow, PendingActivityInfo activity) {
        ActivityCompletionClient completion = client.newActivityCompletionClient();
        try {
            completion.completeExceptionally(
                    workflow.getWorkflowId(),
                    Optional.of(workflow.getRunId()),
                    activity.getActivityId(),
                    ApplicationFailure.newFailure("The worker was lost", "worker_lost"));
            return true;
        } catch (ActivityCompletionException ended) {
            return false;
        }
    }

    private WorkflowServiceBlockingStub stub() {
        return client.getWorkflowServiceStubs().blockingStub().withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }
}
