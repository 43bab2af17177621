package io.synthforce.workflows.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowHistoryLoader;
import io.temporal.worker.Worker;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A simulation that is under way when a release is rolled out goes on under the new code: histories recorded from
 * earlier code (see {@link RecordHistories}) have to replay. When one does not, the change needs
 * {@code Workflow.getVersion}, not a new recording.
 */
class ReplayTest {

    private static final Path HISTORIES = Path.of("src/test/resources/histories");

    static List<String> histories() throws IOException {
        try (Stream<Path> files = Files.list(HISTORIES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void aRecordedHistoryReplays(String name) {
        replaying(
                SimulationWorkflowImpl.class,
                worker -> assertThatCode(() -> worker.replayWorkflowExecution(history(name)))
                        .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("histories")
    void aChangeOfTheWorkflowDoesNotGoUnnoticed(String name) {
        replaying(
                Hesitant.class,
                worker -> assertThatThrownBy(() -> worker.replayWorkflowExecution(history(name)))
                        .hasStackTraceContaining("NonDeterministicException"));
    }

    @Test
    void theRecordingsShowEveryWayASimulationGoes() throws IOException {
        assertThat(histories())
                .contains(
                        "two-turns.json",
                        "paused-and-resumed.json",
                        "stopped-while-waiting.json",
                        "degraded-role.json",
                        "nobody-answered.json",
                        "cancelled-in-a-turn.json",
                        "cancelled-when-idle.json",
                        "completed.json",
                        "continued-as-new.json",
                        "continued-as-new-2.json");
    }

    private interface Replay {
        void by(Worker worker);
    }

    private static void replaying(Class<?> implementation, Replay replay) {
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(Server.options())) {
            Worker worker = environment.newWorker(SimulationWorkflow.TASK_QUEUE);
            worker.registerWorkflowImplementationTypes(implementation);
            replay.by(worker);
        }
    }

    private static WorkflowExecutionHistory history(String name) {
        try {
            return WorkflowHistoryLoader.readHistoryFromResource("histories/" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The workflow, but for a moment's hesitation before it begins. */
    public static final class Hesitant implements SimulationWorkflow {

        private final SimulationWorkflowImpl workflow;

        @WorkflowInit
        public Hesitant(SimulationRun run) {
            workflow = new SimulationWorkflowImpl(run);
        }

        @Override
        public void run(SimulationRun run) {
            Workflow.sleep(Duration.ofMillis(1));
            workflow.run(run);
        }

        @Override
        public void ring(Bell bell) {
            workflow.ring(bell);
        }

        @Override
        public void rest() {
            workflow.rest();
        }

        @Override
        public SimulationView state() {
            return workflow.state();
        }
    }
}
