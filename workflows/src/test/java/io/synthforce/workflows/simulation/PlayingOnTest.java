package io.synthforce.workflows.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.simulation.FakeStore.Fate;
import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.Phase;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A simulation that plays turn after turn by itself. */
class PlayingOnTest {

    @AutoClose
    private final Stage stage = Stage.inProcess();

    @Test
    void aPlayPlaysUntilItsTurnAndThenWaits() {
        long play = stage.play(3);

        assertThat(stage.awaitAnswer(play).fate()).isEqualTo(Fate.DONE);
        assertThat(stage.store.played()).containsOnlyKeys(1, 2, 3);
        stage.awaitTurn(3);
        assertThat(stage.view().inbox()).isEmpty();
        assertThat(stage.awaitAnswer(stage.next()).turn()).isEqualTo(4);
    }

    @Test
    void itsCallsComeAfterThoseOfCallersWhoWait() {
        stage.awaitAnswer(stage.play(1));
        stage.awaitAnswer(stage.next());

        assertThat(stage.agents.asked())
                .filteredOn(call -> call.key().phase() == Phase.MINUTES)
                .extracting(call -> call.callClass())
                .containsExactly(CallClass.PLAY, CallClass.NEXT);
    }

    @Test
    void aPlayToTheLastTurnCompletesTheSimulation() {
        stage.store.maxTurns = 2;
        stage.awaitAnswer(stage.play(2));

        stage.awaitStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
    }

    @Test
    void aNextIsPlayedBetweenTwoTurnsOfAPlay() {
        stage.agents.at(Phase.POSITION).shut();
        long play = stage.play(3);
        stage.agents.at(Phase.POSITION).awaitArrivals(1);
        long next = stage.next();
        stage.agents.at(Phase.POSITION).open();

        assertThat(stage.awaitAnswer(next).turn()).isEqualTo(2);
        assertThat(stage.awaitAnswer(play).fate()).isEqualTo(Fate.DONE);
        assertThat(stage.store.played()).containsOnlyKeys(1, 2, 3);
    }

    @Test
    void aPauseHoldsAPlayAfterTheTurnUnderWayAndAResumeLetsItGoOn() {
        stage.agents.at(Phase.POSITION).shut();
        long play = stage.play(3);
        stage.agents.at(Phase.POSITION).awaitArrivals(1);
        stage.awaitAnswer(stage.request(Operation.PAUSE));
        stage.agents.at(Phase.POSITION).open();
        stage.awaitTurn(1);

        assertThat(stage.store.request(play).answered()).isFalse();
        assertThat(stage.store.played()).containsOnlyKeys(1);
        assertThat(stage.view().inbox()).containsExactly(new Bell(play, Operation.PLAY));

        stage.request(Operation.RESUME);
        assertThat(stage.awaitAnswer(play).fate()).isEqualTo(Fate.DONE);
        assertThat(stage.store.played()).containsOnlyKeys(1, 2, 3);
    }

    @Test
    void aPauseAndAResumeBesideItDoNotHoldAPlayForEver() {
        long play = stage.play(12);
        for (int i = 0; i < 5; i++) {
            stage.awaitAnswer(stage.request(Operation.PAUSE));
            stage.awaitAnswer(stage.request(Operation.RESUME));
        }

        assertThat(stage.awaitAnswer(play).fate()).isEqualTo(Fate.DONE);
    }

    @Test
    void aStopEndsAPlayAfterTheTurnUnderWay() {
        stage.agents.at(Phase.MINUTES).shut();
        long play = stage.play(9);
        stage.agents.at(Phase.MINUTES).awaitArrivals(1);
        stage.awaitAnswer(stage.request(Operation.STOP));
        stage.agents.at(Phase.MINUTES).open();

        assertThat(stage.awaitAnswer(play).fate()).isEqualTo(Fate.DONE);
        stage.awaitTurn(1);
        assertThat(stage.store.played()).containsOnlyKeys(1);
        assertThat(stage.awaitAnswer(stage.next()).turn()).isEqualTo(2);
    }

    @Test
    void aFailedTurnEndsThePlay() {
        stage.agents.degrade(_ -> true);
        long play = stage.play(9);

        assertThat(stage.awaitAnswer(play).error()).isEqualTo("nobody_answered");
        assertThat(stage.store.played()).isEmpty();
        Stage.patiently().until(() -> stage.view().inbox().isEmpty());
    }

    @Test
    void aRevivedRunGoesOnWithAPlayWhoseTurnWasUnderWay() {
        long play = stage.store.submit(Operation.PLAY, 3);
        stage.store.takeAndDie(play);
        long next = stage.store.submit(Operation.NEXT);
        stage.ring(next);

        assertThat(stage.awaitAnswer(next).turn()).isEqualTo(2);
        assertThat(stage.awaitAnswer(play).fate()).isEqualTo(Fate.DONE);
        assertThat(stage.store.played()).containsOnlyKeys(1, 2, 3);
    }

    @Test
    void aPlayThatIsRungForTwiceIsPlayedOnce() {
        stage.agents.at(Phase.MINUTES).shut();
        long play = stage.play(2);
        stage.agents.at(Phase.MINUTES).awaitArrivals(1);
        stage.ring(play);
        stage.agents.at(Phase.MINUTES).open();

        stage.awaitAnswer(play);
        stage.awaitTurn(2);
        assertThat(stage.view().inbox()).isEqualTo(List.of());
    }
}
