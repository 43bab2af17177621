package io.synthforce.workflows.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.simulation.FakeStore.Fate;
import io.synthforce.workflows.simulation.Steps.Step;
import io.synthforce.workflows.turn.ModelCall;
import io.synthforce.workflows.turn.Phase;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How a run opens, how it ends, and what the next one finds. */
class RevivalTest {

    @AutoClose
    private final Stage stage = Stage.inProcess();

    @Test
    void aRevivedRunFinishesTheTakenTurnFirst() {
        long waiting = stage.store.submit(Operation.NEXT);
        long taken = stage.store.submit(Operation.NEXT);
        stage.store.takeAndDie(taken);
        stage.ring(waiting);

        assertThat(stage.awaitAnswer(waiting).turn()).isEqualTo(2);
        assertThat(stage.store.request(taken).turn()).isEqualTo(1);
    }

    @Test
    void aRevivedRunAnswersEveryOpenRequestInOrder() {
        long first = stage.store.submit(Operation.NEXT);
        long second = stage.store.submit(Operation.NEXT);
        long third = stage.store.submit(Operation.NEXT);
        stage.ring(third);

        assertThat(stage.awaitAnswer(third).turn()).isEqualTo(3);
        assertThat(stage.store.request(first).turn()).isEqualTo(1);
        assertThat(stage.store.request(second).turn()).isEqualTo(2);
    }

    @Test
    void aRevivedRunObeysTheCommandsNobodyHeard() {
        long pause = stage.store.submit(Operation.PAUSE);
        long next = stage.next();

        assertThat(stage.awaitAnswer(next).error()).isEqualTo("not_active");
        assertThat(stage.store.request(pause).fate()).isEqualTo(Fate.DONE);
        assertThat(stage.store.status()).isEqualTo(Status.PAUSED);
    }

    @Test
    void commandsThatRingWhileTheRunOpensAreObeyedAfterwards() {
        stage.store.steps.before(Step.OPEN).shut();
        long next = stage.next();
        stage.store.steps.before(Step.OPEN).awaitArrivals(1);
        long pause = stage.request(Operation.PAUSE);
        long resume = stage.request(Operation.RESUME);
        stage.store.steps.before(Step.OPEN).open();

        assertThat(stage.awaitAnswer(pause).fate()).isEqualTo(Fate.DONE);
        assertThat(stage.awaitAnswer(resume).fate()).isEqualTo(Fate.DONE);
        assertThat(stage.awaitAnswer(next).answered()).isTrue();
        assertThat(stage.store.status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void aRunThatIsLetRestEndsAndTheNextBellRevivesTheSimulation() {
        long first = stage.next();
        stage.awaitAnswer(first);
        stage.rest();
        stage.awaitStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);

        long second = stage.next();

        assertThat(stage.awaitAnswer(second).turn()).isEqualTo(2);
        assertThat(stage.store.status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void aRunThatIsLetRestInTheMiddleOfATurnEndsAfterIt() {
        stage.store.steps.before(Step.PROJECT).shut();
        long next = stage.next();
        stage.store.steps.before(Step.PROJECT).awaitArrivals(1);
        stage.rest();
        stage.store.steps.before(Step.PROJECT).open();

        assertThat(stage.awaitAnswer(next).turn()).isEqualTo(1);
        stage.awaitStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
    }

    @Test
    void aSimulationThatIsGoneCompletesSilently() {
        stage.store.delete();
        stage.next();
        stage.request(Operation.PAUSE);

        stage.awaitStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
        assertThat(stage.agents.asked()).isEmpty();
    }

    @Test
    void aRunThatIsBehindWhenItTakesClosesItself() {
        stage.awaitAnswer(stage.next());
        stage.store.advance();
        stage.next();

        stage.awaitStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
        assertThat(stage.agents.asked()).extracting(call -> call.key().turn()).containsOnly(1);
    }

    @Test
    void aRunThatIsBehindWhenItProjectsClosesItself() {
        stage.agents.at(Phase.MINUTES).shut();
        long request = stage.next();
        stage.agents.at(Phase.MINUTES).awaitArrivals(1);
        stage.store.advance();
        stage.agents.at(Phase.MINUTES).open();

        stage.awaitStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
        assertThat(stage.store.request(request).answered()).isFalse();
    }

    @Test
    void aSimulationDeletedUnderWayEndsItsRunWhereverItIs() {
        stage.agents.at(Phase.MINUTES).shut();
        stage.next();
        stage.agents.at(Phase.MINUTES).awaitArrivals(1);
        stage.store.delete();
        stage.agents.at(Phase.MINUTES).open();

        stage.awaitStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
        assertThat(stage.store.played()).isEmpty();
    }

    @Test
    void aCompletedSimulationClosesWhenItsInboxIsEmpty() {
        stage.store.maxTurns = 2;
        stage.agents.at(Phase.POSITION).shut();
        stage.next();
        long last = stage.next();
        long tooMany = stage.next();
        stage.agents.at(Phase.POSITION).open();

        assertThat(stage.awaitAnswer(last).turn()).isEqualTo(2);
        assertThat(stage.awaitAnswer(tooMany).httpStatus()).isEqualTo(409);
        stage.awaitStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
        assertThat(stage.store.played()).containsOnlyKeys(1, 2);
    }

    @Test
    void aBellAfterTheEndRevivesTheSimulation() {
        stage.store.maxTurns = 1;
        stage.awaitAnswer(stage.next());
        stage.awaitStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);

        assertThat(stage.awaitAnswer(stage.next()).httpStatus()).isEqualTo(409);
        stage.awaitStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
        assertThat(stage.store.runs()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aCommandThatRingsAsTheSimulationEndsIsAnswered() {
        stage.store.maxTurns = 1;
        stage.store.steps.before(Step.PROJECT).shut();
        stage.next();
        stage.store.steps.before(Step.PROJECT).awaitArrivals(1);
        long pause = stage.request(Operation.PAUSE);
        long next = stage.next();
        stage.store.steps.before(Step.PROJECT).open();

        assertThat(stage.awaitAnswer(pause).answered()).isTrue();
        assertThat(stage.awaitAnswer(next).httpStatus()).isEqualTo(409);
    }

    @Test
    void aCommandThatMeetsADefectDoesNotEndTheTurnUnderWay() {
        stage.agents.at(Phase.POSITION).shut();
        long next = stage.next();
        stage.agents.at(Phase.POSITION).awaitArrivals(7);
        stage.store.steps.breaking(Step.COMMAND).before(1, new IllegalStateException("A defect"));
        long pause = stage.request(Operation.PAUSE);
        stage.store.steps.before(Step.COMMAND).awaitArrivals(1);
        stage.agents.at(Phase.POSITION).open();

        assertThat(stage.awaitAnswer(next).turn()).isEqualTo(1);
        assertThat(stage.agents.asked()).extracting(ModelCall::key).doesNotHaveDuplicates();
        stage.ring(pause);
        assertThat(stage.awaitAnswer(pause).fate()).isEqualTo(Fate.DONE);
    }

    @Test
    void aRunThatFailedIsRevivedByTheNextBell() {
        stage.store.steps.breaking(Step.TAKE).before(1, new IllegalStateException("A defect"));
        long next = stage.next();
        stage.awaitStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_FAILED);
        stage.ring(next);

        assertThat(stage.awaitAnswer(next).turn()).isEqualTo(1);
    }

    @Test
    void openingIsTheFirstThingOfARunAndHappensOnce() {
        stage.awaitAnswer(stage.next());
        stage.awaitAnswer(stage.next());

        assertThat(stage.store.runs()).hasSize(1);
        assertThat(stage.events(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED)
                        .getFirst()
                        .getWorkflowExecutionStartedEventAttributes()
                        .getOriginalExecutionRunId())
                .isEqualTo(stage.store.runs().getFirst());
    }
}
