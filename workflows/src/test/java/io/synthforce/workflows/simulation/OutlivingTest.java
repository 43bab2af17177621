package io.synthforce.workflows.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Only a real server terminates the children of a run that closes; the one in process lets them be. */
@EnabledIf(value = "isThereADevServer", disabledReason = "No temporal CLI: set TEMPORAL_CLI or install it")
class OutlivingTest {

    /** An experiment that never ends. */
    @WorkflowInterface
    public interface Endless {

        @WorkflowMethod(name = ExperimentRun.WORKFLOW)
        void run(ExperimentRun run);
    }

    /** As long as nobody terminates it. */
    public static final class EndlessExperiment implements Endless {

        @Override
        public void run(ExperimentRun run) {
            Workflow.await(() -> false);
        }
    }

    @Test
    void anExperimentOutlivesARunOfItsSimulation() {
        UUID experiment = UUID.randomUUID();
        try (Server server = DevServer.open(100, EndlessExperiment.class);
                Stage stage = new Stage(server)) {
            stage.awaitAnswer(stage.next());
            long whatIf = stage.store.submit(Operation.WHAT_IF);
            stage.store.experiments.put(whatIf, experiment);
            stage.ring(whatIf);
            Stage.patiently().until(() -> isRunning(server, experiment));
            int runs = stage.store.runs().size();
            while (stage.store.runs().size() == runs) {
                stage.awaitAnswer(stage.request(Operation.RESUME));
            }

            assertThat(isRunning(server, experiment)).isTrue();
        }
    }

    private static boolean isRunning(Server server, UUID experiment) {
        try {
            return server.client()
                            .newUntypedWorkflowStub(ExperimentRun.workflowId(experiment))
                            .describe()
                            .getStatus()
                    == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
        } catch (WorkflowNotFoundException notYet) {
            return false;
        }
    }

    static boolean isThereADevServer() {
        return DevServer.cli().isPresent();
    }
}
