package io.synthforce.workflows.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synthforce.workflows.simulation.Histories;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A brief that is being written when a release is rolled out goes on under the new code: histories recorded from earlier code
 * (see {@link RecordBriefs}) have to replay. When one does not, the change needs {@code Workflow.getVersion}, not a new
 * recording.
 */
class BriefReplayTest {

    private static final Histories HISTORIES = new Histories("briefs", BriefStage.options());

    static List<String> histories() {
        return HISTORIES.names();
    }

    @ParameterizedTest
    @MethodSource("histories")
    void aRecordedHistoryReplays(String name) {
        assertThatCode(() -> HISTORIES.replay(name, BriefWorkflowImpl.class)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("histories")
    void aChangeOfTheWorkflowDoesNotGoUnnoticed(String name) {
        assertThatThrownBy(() -> HISTORIES.replay(name, Hesitant.class))
                .hasStackTraceContaining("NonDeterministicException");
    }

    @Test
    void theRecordingsShowEveryWayABriefGoes() {
        assertThat(histories()).contains("defect.json", "written.json");
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
