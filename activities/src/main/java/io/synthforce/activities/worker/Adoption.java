package io.synthforce.activities.worker;

import io.grpc.StatusRuntimeException;
import io.synthforce.store.request.Requests;
import io.synthforce.store.worker.Workers;
import io.synthforce.workflows.simulation.SimulationRun;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.ResetStickyTaskQueueRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.client.ActivityCompletionException;
import io.temporal.client.WorkflowClient;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Takes over the calls of workers that were killed, without waiting for their timeouts. Death is proven by a lock that
 * is free; were the proof wrong, natural keys would keep it harmless.
 */
final class Adoption {

    private static final Logger log = LoggerFactory.getLogger(Adoption.class);
    private static final int DEADLINE_SECONDS = 5;

    private final WorkflowClient client;
    private final Workers workers;
    private final Requests requests;
    private final String identity;

    Adoption(WorkflowClient client, Workers workers, Requests requests, String identity) {
        this.client = client;
        this.workers = workers;
        this.requests = requests;
        this.identity = identity;
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void adopt() {
        try {
            workers.live(identity);
            List<String> dead = workers.dead();
            if (!dead.isEmpty()) {
                long calls = requests.simulationsWaiting().stream()
                        .mapToLong(simulation -> adopt(simulation, dead))
                        .sum();
                log.info("Took over {} calls of workers that ended without notice: {}", calls, dead);
            }
        } catch (DataAccessException e) {
            log.warn("The register of workers cannot be reached: {}", e.getMessage());
        }
    }

    /** @return how many calls were taken over */
    private long adopt(UUID simulation, List<String> dead) {
        WorkflowExecution workflow = WorkflowExecution.newBuilder()
                .setWorkflowId(SimulationRun.workflowId(simulation))
                .build();
        try {
            stub().resetStickyTaskQueue(ResetStickyTaskQueueRequest.newBuilder()
                    .setNamespace(client.getOptions().getNamespace())
                    .setExecution(workflow)
                    .build());
            return stub()
                    .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                            .setNamespace(client.getOptions().getNamespace())
                            .setExecution(workflow)
                            .build())
                    .getPendingActivitiesList()
                    .stream()
                    .filter(activity -> isOrphaned(activity, dead))
                    .filter(activity -> release(workflow, activity))
                    .count();
        } catch (StatusRuntimeException e) {
            // No such workflow, or no server now: the inbox is looked through again and revives what is gone.
            log.debug("Nothing to take over of simulation {}: {}", simulation, e.getStatus());
            return 0;
        }
    }

    private static boolean isOrphaned(PendingActivityInfo activity, List<String> dead) {
        return activity.getState() == PendingActivityState.PENDING_ACTIVITY_STATE_STARTED
                && dead.contains(activity.getLastWorkerIdentity());
    }

    /** Fails the activity, as its dead worker cannot; the retry asks for the recorded reply first. */
    private boolean release(WorkflowExecution workflow, PendingActivityInfo activity) {
        try {
            client.newActivityCompletionClient()
                    .completeExceptionally(
                            workflow.getWorkflowId(),
                            Optional.empty(),
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
