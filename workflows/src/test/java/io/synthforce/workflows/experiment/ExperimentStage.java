package io.synthforce.workflows.experiment;

import static org.awaitility.Awaitility.await;

import io.synthforce.workflows.simulation.Bell;
import io.synthforce.workflows.simulation.DevServer;
import io.synthforce.workflows.simulation.ExperimentRun;
import io.synthforce.workflows.simulation.Operation;
import io.synthforce.workflows.simulation.SimulationRun;
import io.synthforce.workflows.simulation.SimulationView;
import io.synthforce.workflows.simulation.SimulationWorkflow;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.Jackson3JsonPayloadConverter;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;

/** An experiment on a Temporal server, with a store in memory and branches that play until they are stopped. */
final class ExperimentStage implements AutoCloseable {

    final UUID experiment = UUID.randomUUID();
    final List<UUID> branches =
            IntStream.range(0, 10).mapToObj(_ -> UUID.randomUUID()).toList();
    final FakeExperiments store = new FakeExperiments(branches);
    private final TestWorkflowEnvironment temporal;
    private final Worker worker;

    private ExperimentStage(TestWorkflowEnvironment temporal) {
        this.temporal = temporal;
        worker = temporal.newWorker(SimulationWorkflow.TASK_QUEUE);
        worker.registerWorkflowImplementationTypes(ExperimentWorkflowImpl.class, Branch.class);
        worker.registerActivitiesImplementations(store);
        temporal.start();
    }

    static ExperimentStage inProcess() {
        return new ExperimentStage(TestWorkflowEnvironment.newInstance(options()));
    }

    /** @param suggestion events after which the server suggests to continue as new */
    static ExperimentStage onARealServer(int suggestion) {
        return new ExperimentStage(DevServer.start(options(), suggestion));
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

    void begin() {
        WorkflowClient.start(
                client().newWorkflowStub(
                                ExperimentWorkflow.class,
                                WorkflowOptions.newBuilder()
                                        .setWorkflowId(ExperimentRun.workflowId(experiment))
                                        .setTaskQueue(SimulationWorkflow.TASK_QUEUE)
                                        .build())::run,
                new ExperimentRun(experiment));
    }

    void awaitWindow() {
        patiently().until(() -> store.begun().size() == ExperimentWorkflowImpl.WINDOW);
    }

    void reached(UUID branch) {
        store.reached(branch);
        look();
    }

    void endOneByOne() {
        for (UUID branch : branches) {
            patiently().until(() -> store.isOver(branch) || store.begun().contains(branch));
            reached(branch);
        }
    }

    void look() {
        try {
            stub().signal(ExperimentRun.LOOK);
        } catch (WorkflowNotFoundException over) {
            // It has seen the last branch by itself.
        }
    }

    WorkflowStub stub() {
        return client().newUntypedWorkflowStub(ExperimentRun.workflowId(experiment));
    }

    boolean isOver() {
        return stub().describe().getStatus() != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    }

    String run() {
        return stub().describe().getExecution().getRunId();
    }

    /** Empty when the branch was never started. */
    Optional<WorkflowExecutionStatus> status(UUID branch) {
        try {
            return Optional.of(client().newUntypedWorkflowStub(SimulationRun.workflowId(branch))
                    .describe()
                    .getStatus());
        } catch (WorkflowNotFoundException never) {
            return Optional.empty();
        }
    }

    WorkflowClient client() {
        return temporal.getWorkflowClient();
    }

    Worker worker() {
        return worker;
    }

    static ConditionFactory patiently() {
        return await().pollInterval(Duration.ofMillis(10)).atMost(Duration.ofSeconds(30));
    }

    @Override
    public void close() {
        temporal.close();
    }

    /** A branch that plays until it is stopped. */
    public static final class Branch implements SimulationWorkflow {

        private boolean stopped;

        @Override
        public void run(SimulationRun run) {
            Workflow.await(() -> stopped);
        }

        @Override
        public void ring(Bell bell) {
            stopped = bell.operation() == Operation.STOP;
        }

        @Override
        public void rest() {
            throw new UnsupportedOperationException("Nobody asks");
        }

        @Override
        public SimulationView state() {
            throw new UnsupportedOperationException("Nobody asks");
        }
    }
}
