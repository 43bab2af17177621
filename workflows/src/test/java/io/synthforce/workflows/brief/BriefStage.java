package io.synthforce.workflows.brief;

import static org.awaitility.Awaitility.await;

import io.synthforce.workflows.simulation.DevServer;
import io.synthforce.workflows.simulation.SimulationWorkflow;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.Jackson3JsonPayloadConverter;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.time.Duration;
import java.util.UUID;

/** A brief on a Temporal server, whose calls are made in memory. */
final class BriefStage implements AutoCloseable {

    /** Events after which the server suggests to continue as new. */
    private static final int NEVER = 50_000;

    final FakeBriefs briefs = new FakeBriefs();
    private final UUID brief = UUID.randomUUID();
    private final TestWorkflowEnvironment temporal;

    private BriefStage(TestWorkflowEnvironment temporal) {
        this.temporal = temporal;
        Worker worker = temporal.newWorker(SimulationWorkflow.TASK_QUEUE);
        worker.registerWorkflowImplementationTypes(BriefWorkflowImpl.class);
        worker.registerActivitiesImplementations(briefs);
        temporal.start();
    }

    static BriefStage inProcess() {
        return new BriefStage(TestWorkflowEnvironment.newInstance(options()));
    }

    static BriefStage onARealServer() {
        return new BriefStage(DevServer.start(options(), NEVER));
    }

    static TestEnvironmentOptions options() {
        return TestEnvironmentOptions.newBuilder()
                .setUseTimeskipping(false)
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(DefaultDataConverter.newDefaultInstance()
                                .withPayloadConverterOverrides(new Jackson3JsonPayloadConverter(false)))
                        .build())
                .build();
    }

    void run() {
        WorkflowClient.start(
                client().newWorkflowStub(
                                BriefWorkflow.class,
                                WorkflowOptions.newBuilder()
                                        .setWorkflowId(BriefWorkflow.workflowId(brief))
                                        .setTaskQueue(SimulationWorkflow.TASK_QUEUE)
                                        .build())::run,
                brief);
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        stub().describe().getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
    }

    WorkflowExecutionHistory history() {
        return client().fetchHistory(BriefWorkflow.workflowId(brief));
    }

    private WorkflowStub stub() {
        return client().newUntypedWorkflowStub(BriefWorkflow.workflowId(brief));
    }

    private WorkflowClient client() {
        return temporal.getWorkflowClient();
    }

    @Override
    public void close() {
        temporal.close();
    }
}
