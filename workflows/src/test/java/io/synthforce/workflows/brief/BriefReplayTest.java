package io.synthforce.workflows.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synthforce.workflows.simulation.SimulationWorkflow;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowHistoryLoader;
import io.temporal.worker.Worker;
import io.temporal.workflow.Workflow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A brief that is being written when a release is rolled out goes on under the new code: histories recorded from earlier code
 * (see {@link RecordBriefs}) have to replay. When one does not, the change needs {@code Workflow.getVersion}, not a new
 * recording.
 */
class BriefReplayTest {

    private static final Path HISTORIES = Path.of("src/test/resources/briefs");

    static List<String> histories() throws IOException {
        try (Stream<Path> files = Files.list(HISTORIES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void aRecordedHistoryReplays(String name) {
        replaying(
                BriefWorkflowImpl.class,
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
    void theRecordingsShowEveryWayABriefGoes() throws IOException {
        assertThat(histories()).contains("defect.json", "written.json");
    }

    private static void replaying(Class<?> implementation, Consumer<Worker> replay) {
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(BriefStage.options())) {
            Worker worker = environment.newWorker(SimulationWorkflow.TASK_QUEUE);
            worker.registerWorkflowImplementationTypes(implementation);
            replay.accept(worker);
        }
    }

    private static WorkflowExecutionHistory history(String name) {
        try {
            return WorkflowHistoryLoader.readHistoryFromResource("briefs/" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The workflow, but for a moment's hesitation before it begins. */
    public static final class Hesitant implements BriefWorkflow {

        private final BriefWorkflow workflow = new BriefWorkflowImpl();

        @Override
        public void run(UUID brief) {
            Workflow.sleep(Duration.ofMillis(1));
            workflow.run(brief);
        }
    }
}
