package io.synthforce.workflows.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.simulation.FakeStore.Step;
import io.synthforce.workflows.turn.Phase;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** DELETE takes the rows and cancels the run, wherever it is. */
class CancellationTest {

    private final Stage stage = Stage.open();

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @EnumSource
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
        stage.store.at(step).shut();
        stage.next();
        stage.store.at(step).awaitArrivals(1);
        stage.cancel();
        stage.store.at(step).open();

        awaitCancelled();
    }

    @Test
    void anIdleRunIsCancelled() {
        stage.awaitAnswer(stage.next());
        delete();

        awaitCancelled();
    }

    @Test
    void aPausedRunIsCancelled() {
        stage.awaitAnswer(stage.request(Operation.PAUSE));
        delete();

        awaitCancelled();
    }

    @Test
    void aRunIsCancelledWhileItObeysACommand() {
        stage.awaitAnswer(stage.next());
        stage.store.at(Step.COMMAND).shut();
        stage.request(Operation.PAUSE);
        stage.store.at(Step.COMMAND).awaitArrivals(1);
        delete();
        stage.store.at(Step.COMMAND).open();

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
