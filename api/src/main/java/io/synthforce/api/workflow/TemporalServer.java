package io.synthforce.api.workflow;

import io.grpc.Status;
import io.synthforce.workflows.simulation.SimulationWorkflow;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** The server as such: whether it is there, and whether anyone works for us on it. */
@Component
public final class TemporalServer {

    private final WorkflowServiceStubs stubs;
    private final Deadlines deadlines;
    private final String namespace;
    private final boolean worksHere;

    TemporalServer(
            WorkflowServiceStubs stubs,
            Deadlines deadlines,
            @Value("${spring.temporal.namespace}") String namespace,
            Environment environment) {
        this.stubs = stubs;
        this.deadlines = deadlines;
        this.namespace = namespace;
        this.worksHere = environment.acceptsProfiles(Profiles.of("worker"));
    }

    /** @throws TemporalAway if the namespace cannot be reached in time */
    public void check(Duration limit) throws TemporalAway {
        deadlines.within(
                limit,
                () -> stubs.blockingStub()
                        .describeNamespace(DescribeNamespaceRequest.newBuilder()
                                .setNamespace(namespace)
                                .build()));
    }

    /**
     * Whether some process takes tasks from the queue. The in-process server keeps no list of those; then it is known of
     * this process only, and others are assumed not to be there.
     */
    public boolean hasWorker(Duration limit) {
        try {
            return deadlines.within(limit, this::countPollers) > 0;
        } catch (TemporalAway away) {
            return away.code() == Status.Code.UNIMPLEMENTED && worksHere;
        }
    }

    private int countPollers() {
        return stubs.blockingStub()
                .describeTaskQueue(DescribeTaskQueueRequest.newBuilder()
                        .setNamespace(namespace)
                        .setTaskQueue(TaskQueue.newBuilder().setName(SimulationWorkflow.TASK_QUEUE))
                        .setTaskQueueType(TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW)
                        .build())
                .getPollersCount();
    }
}
