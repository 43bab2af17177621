package io.synthforce.workflows.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.simulation.FakeStore.Fate;
import io.synthforce.workflows.simulation.Steps.Step;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pause, resume and stop, wherever a turn is. */
class CommandsTest {

    @AutoClose
    private final Stage stage = Stage.inProcess();

    @InEveryPhaseOfATurn
    void aPauseIsAnsweredAtOnceAndTheTurnUnderWayEnds(Phase phase) {
        stage.agents.at(phase).shut();
        long next = stage.next();
        long queued = stage.next();
        stage.agents.at(phase).awaitArrivals(1);

        long pause = stage.request(Operation.PAUSE);
        assertThat(stage.awaitAnswer(pause).fate()).isEqualTo(Fate.DONE);
        assertThat(stage.awaitAnswer(queued).httpStatus()).isEqualTo(409);
        assertThat(stage.store.request(next).answered()).isFalse();

        stage.agents.at(phase).open();
        assertThat(stage.awaitAnswer(next).turn()).isEqualTo(1);
        assertThat(stage.awaitAnswer(stage.next()).httpStatus()).isEqualTo(409);
    }

    @Test
    void aPausedSimulationPlaysOnWhenResumed() {
        stage.awaitAnswer(stage.next());
        stage.awaitAnswer(stage.request(Operation.PAUSE));
        assertThat(stage.awaitAnswer(stage.next()).httpStatus()).isEqualTo(409);
        stage.awaitAnswer(stage.request(Operation.RESUME));

        assertThat(stage.awaitAnswer(stage.next()).turn()).isEqualTo(2);
        assertThat(stage.store.runs()).hasSize(1);
    }

    @InEveryPhaseOfATurn
    void aResumeInTheTurnThatWasUnderWayLetsTheNextOnePlay(Phase phase) {
        stage.agents.at(phase).shut();
        long next = stage.next();
        stage.agents.at(phase).awaitArrivals(1);
        stage.awaitAnswer(stage.request(Operation.PAUSE));
        stage.awaitAnswer(stage.request(Operation.RESUME));
        long other = stage.next();
        stage.agents.at(phase).open();

        assertThat(stage.awaitAnswer(next).turn()).isEqualTo(1);
        assertThat(stage.awaitAnswer(other).turn()).isEqualTo(2);
    }

    @InEveryPhaseOfATurn
    void aStopLetsATurnEndThatDoesNotWait(Phase phase) {
        stage.agents.at(phase).shut();
        long next = stage.next();
        long queued = stage.next();
        stage.agents.at(phase).awaitArrivals(1);

        assertThat(stage.awaitAnswer(stage.request(Operation.STOP)).fate()).isEqualTo(Fate.DONE);
        assertThat(stage.awaitAnswer(queued).httpStatus()).isEqualTo(409);
        stage.agents.at(phase).open();
        assertThat(stage.awaitAnswer(next).turn()).isEqualTo(1);
        assertThat(stage.store.played()).containsOnlyKeys(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"POSITION", "DISAGREEMENTS", "REPLY", "MINUTES"})
    void aStopLeavesATurnThatWaitsAndTheNextRequestTakesItUp(Phase phase) {
        stage.agents.limit(call -> call.key().phase() == phase);
        long next = stage.next();
        stage.awaitWaiting(phase);
        List<CallKey> before = stage.agents.recorded();

        assertThat(stage.awaitAnswer(stage.request(Operation.STOP)).fate()).isEqualTo(Fate.DONE);
        assertThat(stage.awaitAnswer(next).httpStatus()).isEqualTo(409);
        assertThat(stage.store.request(next).error()).isEqualTo("stopped");
        assertThat(stage.store.played()).isEmpty();

        stage.agents.limit(_ -> false);
        stage.awaitAnswer(stage.request(Operation.RESUME));
        assertThat(stage.awaitAnswer(stage.next()).turn()).isEqualTo(1);
        assertThat(stage.agents.recorded().subList(0, before.size())).isEqualTo(before);
        assertThat(stage.store.runs()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"PAUSE", "RESUME", "STOP"})
    void aCommandBeforeAnyTurnIsAnswered(Operation command) {
        assertThat(stage.awaitAnswer(stage.request(command)).fate()).isEqualTo(Fate.DONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"PAUSE", "RESUME", "STOP"})
    void aCommandWhileTheTurnIsTakenOrWrittenIsAnsweredAndTheTurnStands(Operation command) {
        for (Step step : List.of(Step.TAKE, Step.PROJECT)) {
            stage.store.steps.before(step).shut();
            long next = stage.next();
            stage.store.steps.before(step).awaitArrivals(1);
            long request = stage.request(command);
            stage.store.steps.before(step).open();

            assertThat(stage.awaitAnswer(request).fate()).isEqualTo(Fate.DONE);
            stage.awaitAnswer(next);
            stage.awaitAnswer(stage.request(Operation.RESUME));
        }
        assertThat(stage.store.status()).isEqualTo(Status.ACTIVE);
        assertThat(stage.awaitAnswer(stage.next()).fate()).isEqualTo(Fate.DONE);
    }

    @Test
    void commandsAreObeyedInTheOrderTheyRing() {
        stage.awaitAnswer(stage.request(Operation.RESUME));
        stage.store.steps.before(Step.COMMAND).shut();
        stage.request(Operation.PAUSE);
        stage.store.steps.before(Step.COMMAND).awaitArrivals(1);
        long resume = stage.request(Operation.RESUME);
        long pause = stage.request(Operation.PAUSE);
        long last = stage.request(Operation.RESUME);
        stage.store.steps.before(Step.COMMAND).open();

        List.of(resume, pause, last).forEach(stage::awaitAnswer);
        assertThat(stage.store.status()).isEqualTo(Status.ACTIVE);
        Stage.patiently().until(() -> stage.view().status() == Status.ACTIVE);
    }

    @Test
    void anAnswerThatComesLateDoesNotBringBackAnOldStatus() {
        stage.store.maxTurns = 1;
        stage.agents.at(Phase.MINUTES).shut();
        stage.store.steps.after(Step.COMMAND).shut();
        long next = stage.next();
        stage.agents.at(Phase.MINUTES).awaitArrivals(1);
        stage.request(Operation.PAUSE);
        stage.store.steps.after(Step.COMMAND).awaitArrivals(1);
        stage.agents.at(Phase.MINUTES).open();
        stage.store.steps.after(Step.COMMAND).open();

        assertThat(stage.awaitAnswer(next).turn()).isEqualTo(1);
        stage.awaitStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
    }
}
