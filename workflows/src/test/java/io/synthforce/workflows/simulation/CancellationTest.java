package io.synthforce.workflows.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.simulation.Steps.Step;
import io.synthforce.workflows.turn.Phase;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** DELETE takes the rows and cancels the run, wherever it is. */
class CancellationTest {

    @AutoClose
    private final Stage stage = Stage.inProcess();

    @InEveryPhaseOfATurn
    void aRunIsCancelledInEveryPhase(Phase phase) {
        stage.agents.at(phase).shut();
        stage.next();
        stage.next();
        stage.agents.at(phase).awaitArrivals(1);
        delete();

        awaitCancelled();
        stage.agents.at(phase).open();
        assertThat(stage.store.played()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"OPEN", "TAKE", "PROJECT"})
    void aRunIsCancelledWhileItDealsWithTheStore(Step step) {
        stage.store.steps.before(step).shut();
        stage.next();
        stage.store.steps.before(step).awaitArrivals(1);
        stage.cancel();
        stage.store.steps.before(step).open();

        awaitCancelled();
    }

    @Test
    void anIdleRunIsCancelled() {
        stage.awaitAnswer(stage.next());
        stage.awaitTurn(1);
        stage.cancel();

        awaitCancelled();
    }

    @Test
    void aPausedRunIsCancelled() {
        stage.request(Operation.PAUSE);
        Stage.patiently().until(() -> stage.view().status() == Status.PAUSED);
        stage.cancel();

        awaitCancelled();
    }

    @Test
    void aRunIsCancelledWhileItObeysACommand() {
        stage.awaitAnswer(stage.next());
        stage.store.steps.before(Step.COMMAND).shut();
        stage.request(Operation.PAUSE);
        stage.store.steps.before(Step.COMMAND).awaitArrivals(1);
        delete();
        stage.store.steps.before(Step.COMMAND).open();

        awaitCancelled();
    }

    @Test
    void aBellForADeletedSimulationFindsNothingToDo() {
        stage.awaitAnswer(stage.next());
        delete();
        awaitCancelled();
        int asked = stage.agents.asked().size();
        stage.next();

        stage.awaitStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
        assertThat(stage.agents.asked()).hasSize(asked);
    }

    private void delete() {
        stage.store.delete();
        stage.cancel();
    }

    private void awaitCancelled() {
        stage.awaitStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
    }
}
