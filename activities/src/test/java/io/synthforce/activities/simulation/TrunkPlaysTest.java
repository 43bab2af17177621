package io.synthforce.activities.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.BranchRun.State;
import io.synthforce.store.experiment.Experiments.Asked;
import io.synthforce.store.experiment.NewExperiment;
import io.synthforce.store.experiment.Purses;
import io.synthforce.store.experiment.Trunk;
import io.synthforce.store.fixture.Branch;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.lineage.Relative;
import io.synthforce.store.request.RequestRow;
import io.synthforce.store.simulation.InvalidOption;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations.Deleted;
import io.synthforce.workflows.change.Change;
import io.synthforce.workflows.change.RemoveSeat;
import io.synthforce.workflows.change.SetContext;
import io.synthforce.workflows.change.SetIndicator;
import io.synthforce.workflows.experiment.Design;
import io.synthforce.workflows.experiment.ExperimentActivities.Standing;
import io.synthforce.workflows.experiment.Option;
import io.synthforce.workflows.experiment.Target;
import io.synthforce.workflows.simulation.Operation;
import io.synthforce.workflows.turn.Turn;
import io.synthforce.workflows.world.Indicator.Direction;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an experiment does with trunks of its own: two of them, each for one run with the change and one without. */
class TrunkPlaysTest {

    private static final int BASE = 2;

    @AutoClose
    private final TestStore store = new TestStore();

    private final ExperimentActivitiesImpl activities = new ExperimentActivitiesImpl(
            store.experiments,
            store.simulations,
            store.requests,
            store.plays,
            store.runRecords,
            new Purses(store.budgets, store.simulations, store.plays));
    private final Story asked = Story.ofPriceIncrease(store);
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void ask() {
        asked.playTurn();
        play(asked, asked.next("{\"user_input\":\"What about churn?\"}"));
        play(asked, asked.next("{\"user_input\":\"And later?\"}"));
        store.experiments.submit(
                whatIf(id, asked.id, false, new SetContext(new LinkedHashMap<>(Map.of("market", "bad")))));
    }

    private static NewExperiment whatIf(UUID id, UUID simulation, boolean recordedInputs, Change change) {
        return new NewExperiment(
                id,
                simulation,
                id.toString(),
                "{}",
                null,
                null,
                "[]",
                BASE,
                1,
                List.of(new Option("option", List.of(change))),
                1,
                new Target.OfIndicator("cash", Direction.UP, null),
                List.of(),
                Design.PLAIN,
                recordedInputs,
                2,
                null);
    }

    @Test
    void trunksBeginAtTurnZeroWithDrawsOfTheirOwnAndTheirBranchesAreNotThereYet() {
        assertThat(trunks()).extracting(trunk -> row(trunk).scenario().repeat()).containsExactly(3, 4);
        assertThat(trunks()).extracting(trunk -> row(trunk).baseTurn()).containsOnly(0);
        assertThat(runs()).extracting(run -> run.run().trunk()).containsExactly(1, 1, 2, 2);
        assertThat(runs()).allMatch(run -> store.simulations.find(run.branch()).isEmpty());
        assertThat(activities.look(id).waiting())
                .containsExactlyElementsOf(
                        trunks().stream().map(Trunk::simulation).toList());
    }

    @Test
    void aTrunkIsAskedWhatTheSimulationWasAndStopsAtTheBaseTurn() {
        Story trunk = begin(1);

        playToBase(trunk);

        assertThat(store.turns.find(trunk.id, 2).orElseThrow().inputs())
                .isEqualTo(store.turns.find(asked.id, 2).orElseThrow().inputs());
        assertThat(trunk.row().currentTurn()).isEqualTo(BASE);
        assertThat(store.plays.latest(trunk.id).orElseThrow().goesOn()).isFalse();
    }

    @Test
    void branchesOfATrunkThatIsThereGoBeforeTrunksThatAreToCome() {
        playToBase(begin(1));

        Standing standing = activities.look(id);

        assertThat(standing.playing()).isEmpty();
        assertThat(standing.waiting())
                .containsExactly(branch(0), branch(1), trunks().get(1).simulation());
    }

    @Test
    void aBranchIsWrittenWhenItBeginsFromItsTrunkAndOnlyOnce() {
        Story trunk = begin(1);
        playToBase(trunk);
        activities.look(id);

        assertThat(activities.begin(id, branch(0))).isTrue();
        assertThat(activities.begin(id, branch(0))).isTrue();

        SimulationRow branch = store.simulations.find(branch(0)).orElseThrow();
        assertThat(branch.parent()).isEqualTo(trunk.id);
        assertThat(branch.baseTurn()).isEqualTo(BASE);
        assertThat(branch.scenario().repeat()).isEqualTo(1);
        assertThat(store.snapshots.find(branch.id(), BASE).orElseThrow().state())
                .isEqualTo(store.snapshots.find(trunk.id, BASE).orElseThrow().state());
        play(Story.from(store, branch.id()));
        assertThat(store.turns.find(branch.id(), 3).orElseThrow().inputs().userInput())
                .isNull();
        activities.look(id);
        assertThat(runs().getFirst().state()).isEqualTo(State.ENDED);
    }

    @Test
    void itsBranchesAreGivenWhatWasAskedOfTheTurnsTheyReplaceWhereThatIsWanted() {
        UUID other = UUID.randomUUID();
        store.experiments.submit(whatIf(other, asked.id, true, new RemoveSeat("pm")));
        UUID trunk = store.experiments.trunks(other).getFirst().simulation();
        activities.begin(other, trunk);
        playToBase(Story.from(store, trunk));
        UUID branch = store.experiments.runs(other).getFirst().branch();
        activities.look(other);
        activities.begin(other, branch);

        play(Story.from(store, branch));

        assertThat(store.turns.find(branch, 3).orElseThrow().inputs().userInput())
                .isEqualTo("And later?");
    }

    @Test
    void aSimulationThatWasChangedOnItsWayHasNoTrunksLikeItAndOneThatWasOnlyForkedHas() {
        Story twin = Story.from(store, Branch.of(asked, 1));
        play(twin, twin.next());
        Story poorer = Story.from(store, Branch.of(store, asked.id, 1, new SetIndicator("cash", BigDecimal.ONE, null)));
        play(poorer, poorer.next());

        assertThat(ask(poorer, new RemoveSeat("pm"))).isEqualTo(new Asked.ChangedOnTheWay(poorer.id));
        assertThat(ask(twin, new RemoveSeat("pm"))).isInstanceOf(Asked.Stored.class);
    }

    @Test
    void aChangeThatTheScenarioDoesNotAllowIsRefusedBeforeAnythingIsPlayed() {
        assertThatThrownBy(() -> ask(asked, new RemoveSeat("nobody"))).isInstanceOf(InvalidOption.class);

        assertThat(store.lineages.tree(asked.id))
                .as("itself and the two trunks there were")
                .hasSize(3);
    }

    private Asked ask(Story story, Change change) {
        return store.experiments.submit(whatIf(UUID.randomUUID(), story.id, false, change));
    }

    @Test
    void aBranchThatWasDeletedIsNotWrittenAgain() {
        playToBase(begin(1));
        activities.look(id);
        activities.begin(id, branch(0));
        store.simulations.delete(branch(0), false);

        assertThat(activities.begin(id, branch(0))).isFalse();
        activities.look(id);

        assertThat(store.simulations.find(branch(0))).isEmpty();
        assertThat(runs().getFirst().record().failure()).isEqualTo("the branch was deleted");
    }

    @Test
    void theBranchesOfATrunkThatFailedHaveFailedAndSayWhy() {
        Story trunk = begin(1);
        play(trunk);
        trunk.command(Operation.STOP);

        activities.look(id);

        assertThat(trunks().getFirst().state()).isEqualTo(State.FAILED);
        assertThat(runs().subList(0, 2)).allSatisfy(run -> {
            assertThat(run.state()).isEqualTo(State.FAILED);
            assertThat(run.record().failure()).isEqualTo("trunk 1 did not get to turn 2: it was stopped");
        });
        assertThat(activities.look(id).waiting())
                .containsExactly(trunks().get(1).simulation());
    }

    @Test
    void aTrunkThatIsStoppedBecauseItIsCancelledMakesNoRunFail() {
        Story trunk = begin(1);
        play(trunk);
        store.experiments.cancel(id);
        trunk.command(Operation.STOP);

        activities.look(id);
        activities.conclude(id);

        assertThat(runs()).allMatch(run -> run.record() == null);
        assertThat(trunks()).extracting(Trunk::state).containsExactly(State.FAILED, State.SKIPPED);
    }

    @Test
    void aTrunkThatWasDeletedHasFailed() {
        Story trunk = begin(1);
        trunk.delete();

        activities.look(id);

        assertThat(runs().getFirst().record().failure()).isEqualTo("trunk 1 did not get to turn 2: it was deleted");
    }

    @Test
    void theBranchesOfATrunkThatWasOverBeforeCameToWhatItCameTo() {
        Story trunk = begin(1);
        play(trunk);
        store.jdbc
                .sql("update simulations set status = 'completed' where id = :id")
                .param("id", trunk.id)
                .update();

        activities.look(id);

        assertThat(trunks().getFirst().state()).isEqualTo(State.ENDED);
        assertThat(trunks().getFirst().turn()).isEqualTo(1);
        assertThat(runs().subList(0, 2)).allSatisfy(run -> {
            assertThat(run.state()).isEqualTo(State.ENDED);
            assertThat(run.record().value("cash", 3))
                    .hasValue(store.snapshots
                            .find(trunk.id, 1)
                            .orElseThrow()
                            .state()
                            .value("cash"));
        });
    }

    @Test
    void trunksAndTheirBranchesAreOfTheTreeAndGoWithTheSimulation() {
        Story trunk = begin(1);
        playToBase(trunk);
        activities.look(id);
        activities.begin(id, branch(0));

        List<UUID> all = List.of(asked.id, trunk.id, trunks().get(1).simulation(), branch(0));
        assertThat(store.lineages.tree(asked.id))
                .extracting(Relative::experiment, Relative::trunk, Relative::block)
                .containsExactlyInAnyOrder(
                        tuple(null, null, null), tuple(id, 1, null), tuple(id, 2, null), tuple(id, 1, 1));
        assertThat(((Deleted.Gone) asked.delete()).simulations()).containsExactlyInAnyOrderElementsOf(all);
    }

    private Story begin(int trunk) {
        UUID simulation = trunks().get(trunk - 1).simulation();
        assertThat(activities.begin(id, simulation)).isTrue();
        return Story.from(store, simulation);
    }

    private void playToBase(Story trunk) {
        for (int turn = 1; turn <= BASE; turn++) {
            play(trunk);
        }
        play(trunk);
    }

    /** The next turn of what plays on; nothing when it is where it was to get to. */
    private void play(Story story) {
        store.requests.unanswered(story.id).stream()
                .findFirst()
                .ifPresent(bell -> play(story, story.request(bell.request())));
    }

    private void play(Story story, RequestRow request) {
        Turn turn = story.take(request).turn();
        if (turn != null) {
            story.project(turn, story.speak(turn));
        }
    }

    private List<Trunk> trunks() {
        return store.experiments.trunks(id);
    }

    private List<BranchRun> runs() {
        return store.experiments.runs(id);
    }

    private UUID branch(int position) {
        return runs().get(position).branch();
    }

    private SimulationRow row(Trunk trunk) {
        return store.simulations.find(trunk.simulation()).orElseThrow();
    }
}
