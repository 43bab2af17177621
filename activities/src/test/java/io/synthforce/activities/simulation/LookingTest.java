package io.synthforce.activities.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.BranchRun.State;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.store.experiment.Experiment.StoppedBy;
import io.synthforce.store.experiment.Purses;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.fixture.WhatIf;
import io.synthforce.store.request.RequestRow;
import io.synthforce.workflows.budget.Budget;
import io.synthforce.workflows.experiment.ExperimentActivities.Standing;
import io.synthforce.workflows.simulation.Bell;
import io.synthforce.workflows.simulation.Operation;
import io.synthforce.workflows.turn.Turn;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an experiment sees of its branches, and keeps. */
class LookingTest {

    private final TestStore store = new TestStore();
    private final ExperimentActivitiesImpl activities = new ExperimentActivitiesImpl(
            store.experiments,
            store.simulations,
            store.requests,
            store.plays,
            store.runRecords,
            new Purses(store.budgets, store.simulations, store.plays));
    private final WhatIf whatIf = WhatIf.of(Story.ofPriceIncrease(store), 2, 2);
    private final Story branch = whatIf.branch(0);

    @BeforeEach
    void begin() {
        assertThat(activities.begin(whatIf.id, branch.id)).isTrue();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aBranchAtItsHorizonHasEndedWithWhatCameOfIt() {
        playTurn();
        assertThat(activities.look(whatIf.id).playing()).containsExactly(branch.id);
        playTurn();

        Standing standing = activities.look(whatIf.id);

        assertThat(standing.playing()).isEmpty();
        assertThat(standing.waiting()).hasSize(3);
        assertThat(standing.ended()).isEqualTo(1);
        assertThat(whatIf.states().getFirst()).isEqualTo(State.ENDED);
        assertThat(whatIf.runs().getFirst().record().turns()).hasSize(2);
    }

    @Test
    void aBranchThatSomebodyStoppedByHandHasFailed() {
        playTurn();
        branch.command(Operation.STOP);

        activities.look(whatIf.id);

        assertThat(whatIf.states().getFirst()).isEqualTo(State.FAILED);
        assertThat(whatIf.runs().getFirst().record().failure()).isEqualTo("it was stopped");
    }

    @Test
    void aBranchWhosePlayIsRefusedBeforeItsFirstTurnHasFailedAndIsNotWaitedForForEver() {
        store.jdbc.sql("""
                update requests set state = 'refused', http_status = 422, error = 'validation_error', detail = 'Nobody is there'
                where simulation = :branch""").param("branch", branch.id).update();

        activities.look(whatIf.id);

        assertThat(whatIf.runs().getFirst().record().failure()).isEqualTo("Nobody is there");
    }

    @Test
    void aBranchThatCannotBeReadHasFailedAndDoesNotStopTheOthers() {
        playTurn();
        store.jdbc
                .sql("update snapshots set state = '{\"ledger\": 7}' where simulation = :branch")
                .param("branch", branch.id)
                .update();
        store.requests.fail(branch.id);

        activities.look(whatIf.id);

        assertThat(whatIf.states().getFirst()).isEqualTo(State.FAILED);
        assertThat(whatIf.runs().getFirst().record().failure()).isEqualTo("the branch cannot be read");
    }

    @Test
    void aPlayedBranchWhoseSnapshotsAreDamagedHasFailedToo() {
        playTurn();
        playTurn();
        store.jdbc
                .sql("update snapshots set state = '{\"ledger\": 7}' where simulation = :branch")
                .param("branch", branch.id)
                .update();

        activities.look(whatIf.id);

        assertThat(whatIf.runs().getFirst().record().failure()).isEqualTo("the branch cannot be read");
    }

    @Test
    void onceItIsCancelledTheLastTurnUnderWayCountsAndWhatIsStoppedBeforeItDoesNot() {
        Story other = whatIf.branch(1);
        activities.begin(whatIf.id, other.id);
        playTurn();
        Turn last = take(branch);
        Turn first = take(other);
        store.experiments.cancel(whatIf.id);
        obey(branch, activities.stop(whatIf.id, branch.id));
        obey(other, activities.stop(whatIf.id, other.id));

        assertThat(activities.look(whatIf.id).playing())
                .as("both have a turn under way, which ends")
                .containsExactly(branch.id, other.id);
        branch.project(last, branch.speak(last));
        other.project(first, other.speak(first));

        Standing standing = activities.look(whatIf.id);
        assertThat(standing.cancelled()).isTrue();
        assertThat(standing.playing()).isEmpty();
        assertThat(whatIf.states().subList(0, 2)).containsExactly(State.ENDED, State.STOPPED);
        assertThat(whatIf.runs().get(1).record()).isNull();
    }

    @Test
    void whenWhatIsLeftCoversNoFurtherBlockItEndsWithTheWholeOnes() {
        WhatIf capped = WhatIf.of(Story.ofPriceIncrease(store), 3, 1, new Budget(9_000L, null));
        assertThat(activities.look(capped.id).waiting())
                .as("one block alone, until it is known what a block takes")
                .hasSize(2);
        for (Story one : List.of(capped.branch(0), capped.branch(1))) {
            activities.begin(capped.id, one.id);
            Turn turn = take(one);
            one.project(turn, one.speak(turn));
        }

        Standing standing = activities.look(capped.id);
        assertThat(standing.waiting()).isEmpty();
        assertThat(standing.playing()).isEmpty();
        assertThat(standing.cancelled()).isTrue();
        activities.conclude(capped.id);

        assertThat(capped.row().state()).isEqualTo(Experiment.State.DONE);
        assertThat(capped.row().stoppedBy()).isEqualTo(StoppedBy.BUDGET);
        assertThat(capped.states())
                .containsExactly(State.ENDED, State.ENDED, State.SKIPPED, State.SKIPPED, State.SKIPPED, State.SKIPPED);
        assertThat(capped.outcome().httpStatus()).isEqualTo(200);
    }

    @Test
    void whenEnoughIsLeftTheNextBlockBegins() {
        WhatIf capped = WhatIf.of(Story.ofPriceIncrease(store), 3, 1, new Budget(14_000L, null));
        for (Story one : List.of(capped.branch(0), capped.branch(1))) {
            activities.begin(capped.id, one.id);
            Turn turn = take(one);
            one.project(turn, one.speak(turn));
        }

        assertThat(activities.look(capped.id).waiting())
                .as("6600 tokens are spent, and so much is left for one more block")
                .containsExactly(capped.branch(2).id, capped.branch(3).id);
    }

    @Test
    void aPlanThatCannotBeReadIsADefectAndNotTriedAgain() {
        store.jdbc.sql("update experiments set plan = '7'").update();

        assertThatThrownBy(() -> activities.look(whatIf.id)).isInstanceOf(IllegalStateException.class);
        assertThat(activities.fail(whatIf.id)).containsExactly(branch.id);
    }

    @Test
    void whatIsOverOrUnknownIsGone() {
        assertThat(activities.look(UUID.randomUUID())).isEqualTo(Standing.GONE);
        activities.fail(whatIf.id);

        assertThat(activities.look(whatIf.id)).isEqualTo(Standing.GONE);
    }

    @Test
    void whatIsCancelledIsToBeJudgedInItsWholeBlocksOnceNothingPlays() {
        WhatIf judged = WhatIf.judged(Story.ofPriceIncrease(store), 3, 1, "The company listened");
        judged.runs().subList(0, 3).forEach(run -> end(judged, run));
        activities.begin(judged.id, judged.runs().get(3).branch());
        store.experiments.cancel(judged.id);
        assertThat(activities.look(judged.id).unjudged())
                .as("a branch still plays")
                .isEmpty();

        store.experiments.stop(judged.id, judged.runs().get(3).branch());

        assertThat(activities.look(judged.id).unjudged())
                .as("two runs of one block, one of them again and the other one the other way round")
                .hasSize(4)
                .extracting(matter -> judged.runs().get(matter.position()).run().block())
                .containsOnly(1);
    }

    private void end(WhatIf judged, BranchRun run) {
        Story played = Story.from(store, run.branch());
        played.playTurn();
        store.experiments.end(judged.id, run.branch(), store.runRecords.of(played.row(), run.run(), 1, null));
    }

    private void playTurn() {
        Turn turn = take(branch);
        branch.project(turn, branch.speak(turn));
    }

    private Turn take(Story story) {
        Bell play = store.requests.unanswered(story.id).getFirst();
        RequestRow request = story.request(play.request());
        return story.take(request).turn();
    }

    private void obey(Story story, Bell bell) {
        store.requests.answer(story.id, bell.request());
    }
}
