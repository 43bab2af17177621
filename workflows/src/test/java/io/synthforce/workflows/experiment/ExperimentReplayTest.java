package io.synthforce.workflows.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synthforce.workflows.simulation.ExperimentRun;
import io.synthforce.workflows.simulation.Histories;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An experiment that is under way when a release is rolled out goes on under the new code: histories recorded from earlier
 * code (see {@link RecordExperiments}) have to replay. When one does not, the change needs {@code Workflow.getVersion},
 * not a new recording.
 */
class ExperimentReplayTest {

    private static final Histories HISTORIES = new Histories("experiments", ExperimentStage.options());

    static List<String> histories() {
        return HISTORIES.names();
    }

    @ParameterizedTest
    @MethodSource("histories")
    void aRecordedHistoryReplays(String name) {
        assertThatCode(() -> HISTORIES.replay(name, ExperimentWorkflowImpl.class))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("histories")
    void aChangeOfTheWorkflowDoesNotGoUnnoticed(String name) {
        assertThatThrownBy(() -> HISTORIES.replay(name, Hesitant.class))
                .hasStackTraceContaining("NonDeterministicException");
    }

    @Test
    void theRecordingsShowEveryWayAnExperimentGoes() {
        assertThat(histories())
                .contains(
                        "cancelled.json",
                        "continued-as-new.json",
                        "continued-as-new-2.json",
                        "defect.json",
                        "deleted.json",
                        "judged.json",
                        "judged-when-cancelled.json",
                        "played.json");
    }

    /** The workflow, but for a moment's hesitation before it begins. */
    public static final class Hesitant implements ExperimentWorkflow {

        private final ExperimentWorkflowImpl workflow;

        @WorkflowInit
        public Hesitant(ExperimentRun run) {
            workflow = new ExperimentWorkflowImpl(run);
        }

        @Override
        public void run(ExperimentRun run) {
            Workflow.sleep(Duration.ofMillis(1));
            workflow.run(run);
        }

        @Override
        public void look() {
            workflow.look();
        }

        @Override
        public ExperimentView state() {
            return workflow.state();
        }
    }
}
