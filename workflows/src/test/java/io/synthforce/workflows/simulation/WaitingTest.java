package io.synthforce.workflows.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.simulation.FakeStore.Fate;
import io.synthforce.workflows.turn.Phase;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The provider refuses calls and names a time to ask again. */
class WaitingTest {

    private static final Duration A_MOMENT = Duration.ofMillis(50);

    @AutoClose
    private final Stage stage = Stage.inProcess();

    @InEveryPhaseOfATurn
    void aTurnGoesOnWhenTheProviderLetsItAndTheWaitLeavesNothingInHistory(Phase phase) {
        stage.agents.limit(call -> call.key().phase() == phase, A_MOMENT);
        long next = stage.next();
        Stage.patiently().until(() -> stage.agents.refusals() >= 3);
        stage.agents.limit(_ -> false);

        assertThat(stage.awaitAnswer(next).turn()).isEqualTo(1);
        assertThat(stage.agents.recorded()).hasSize(13);
        assertThat(stage.events(EventType.EVENT_TYPE_ACTIVITY_TASK_FAILED)).isEmpty();
        assertThat(stage.events(EventType.EVENT_TYPE_TIMER_STARTED)).isEmpty();
        assertThat(stage.events(EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED)).hasSize(13);
    }

    @InEveryPhaseOfATurn
    void aPauseLetsAWaitingTurnWaitOn(Phase phase) {
        stage.agents.limit(call -> call.key().phase() == phase, A_MOMENT);
        long next = stage.next();
        Stage.patiently().until(() -> stage.agents.refusals() > 0);
        assertThat(stage.awaitAnswer(stage.request(Operation.PAUSE)).fate()).isEqualTo(Fate.DONE);
        assertThat(stage.store.request(next).answered()).isFalse();

        stage.agents.limit(_ -> false);
        assertThat(stage.awaitAnswer(next).turn()).isEqualTo(1);
        assertThat(stage.store.status()).isEqualTo(Status.PAUSED);
    }

    @InEveryPhaseOfATurn
    void aDeletedSimulationDoesNotWait(Phase phase) {
        stage.agents.limit(call -> call.key().phase() == phase);
        stage.next();
        stage.awaitWaiting(phase);
        stage.store.delete();
        stage.cancel();

        stage.awaitStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"POSITION", "REPLY"})
    void oneCallThatWaitsDoesNotHoldTheOthersBack(Phase phase) {
        stage.agents.limit(
                call -> call.key().phase() == phase && call.key().seat().equals("ceo"), A_MOMENT);
        long next = stage.next();
        int others = phase == Phase.POSITION ? 6 : 2;
        Stage.patiently().until(() -> recorded(phase) == others && stage.agents.refusals() > 1);

        stage.agents.limit(_ -> false);
        assertThat(stage.awaitAnswer(next).turn()).isEqualTo(1);
    }

    private long recorded(Phase phase) {
        return stage.agents.recorded().stream()
                .filter(key -> key.phase() == phase)
                .count();
    }
}
