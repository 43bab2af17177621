package io.synthforce.workflows.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A simulation that is under way when a release is rolled out goes on under the new code: histories recorded from
 * earlier code (see {@link RecordHistories}) have to replay. When one does not, the change needs
 * {@code Workflow.getVersion}, not a new recording.
 */
class ReplayTest {

    private static final Histories HISTORIES = new Histories("histories", Server.options());

    static List<String> histories() {
        return HISTORIES.names();
    }

    @ParameterizedTest
    @MethodSource("histories")
    void aRecordedHistoryReplays(String name) {
        assertThatCode(() -> HISTORIES.replay(name, SimulationWorkflowImpl.class))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("histories")
    void aChangeOfTheWorkflowDoesNotGoUnnoticed(String name) {
        assertThatThrownBy(() -> HISTORIES.replay(name, Hesitant.class))
                .hasStackTraceContaining("NonDeterministicException");
    }

    @Test
    void theRecordingsShowEveryWayASimulationGoes() {
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
