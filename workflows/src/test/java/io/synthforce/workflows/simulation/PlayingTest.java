package io.synthforce.workflows.simulation;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.scenario.Scenarios;
import io.synthforce.workflows.simulation.FakeStore.Fate;
import io.synthforce.workflows.simulation.FakeStore.Request;
import io.synthforce.workflows.simulation.Steps.Step;
import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.ModelCall;
import io.synthforce.workflows.turn.Phase;
import io.synthforce.workflows.turn.Settlement;
import io.synthforce.workflows.turn.Turn;
import io.temporal.api.enums.v1.EventType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PlayingTest {

    @AutoClose
    private final Stage stage = Stage.inProcess();

    @Test
    void aTurnHasPositionsDisagreementsRepliesMinutesAndAnAnalysis() {
        Request request = stage.awaitAnswer(stage.next());

        assertThat(request.fate()).isEqualTo(Fate.DONE);
        assertThat(request.turn()).isEqualTo(1);
        Map<Phase, List<CallKey>> calls = stage.agents.recorded().stream().collect(groupingBy(CallKey::phase));
        assertThat(calls.get(Phase.POSITION)).hasSize(7);
        assertThat(calls.get(Phase.DISAGREEMENTS)).hasSize(1);
        assertThat(calls.get(Phase.REPLY))
                .extracting(CallKey::seat)
                .containsExactlyInAnyOrderElementsOf(FakeAgents.OPPONENTS);
        assertThat(calls.get(Phase.MINUTES)).hasSize(1);
        assertThat(calls.get(Phase.ANALYSIS)).extracting(CallKey::seat).containsExactly("simulation_analyst");
    }

    @Test
    void theEventsOfAParallelPhaseAreInSpeakingOrder() {
        stage.awaitAnswer(stage.next());

        List<SimulationEvent> events = stage.store.played().get(1);
        assertThat(events.stream().filter(PositionTaken.class::isInstance).map(e -> ((PositionTaken) e).seat()))
                .containsExactlyElementsOf(
                        Scenarios.fullCast().stream().map(seat -> seat.id()).toList());
        assertThat(events.stream().filter(ReplyGiven.class::isInstance).map(e -> ((ReplyGiven) e).seat()))
                .containsExactlyElementsOf(FakeAgents.OPPONENTS);
    }

    @Test
    void theFactsOfATurnFollowFromWhatWasSaidInIt() {
        stage.awaitAnswer(stage.next());

        List<SimulationEvent> events = stage.store.played().get(1);
        String inputs = ((SimulationEvent.TurnOpened) events.getFirst()).inputs();
        SimulationState before = SimulationState.BLANK.fold(new SimulationEvent.SimulationStarted(
                "scenario", SimulationState.ENGINE, stage.store.plot.world().openingLedger()));
        Turn turn = new Turn(
                stage.simulation,
                1,
                1,
                SimulationState.ENGINE,
                CallClass.NEXT,
                inputs,
                Scenarios.fullCast(),
                List.of());
        List<SimulationEvent> said = events.stream()
                .filter(event -> event instanceof PositionTaken || event instanceof ReplyGiven)
                .toList();

        List<SimulationEvent> facts = Settlement.facts(stage.store.plot, before, turn, said);

        assertThat(facts)
                .hasAtLeastOneElementOfType(SimulationEvent.IssueDecided.class)
                .hasAtLeastOneElementOfType(SimulationEvent.ActionAccepted.class)
                .doesNotHaveAnyElementsOfTypes(PositionTaken.class, ReplyGiven.class);
        assertThat(events).containsSubsequence(facts);
    }

    @Test
    void thereAreAsManyRoundsOfRepliesAsThePlotAllows() {
        stage.store.plot = Scenarios.withRounds(stage.store.plot, 3);
        stage.awaitAnswer(stage.next());
        stage.store.plot = Scenarios.withRounds(stage.store.plot, 0);

        assertThat(stage.agents.recorded().stream().filter(key -> key.phase() == Phase.REPLY))
                .extracting(CallKey::round)
                .containsExactlyInAnyOrder(1, 1, 1, 2, 2, 2, 3, 3, 3);
    }

    @Test
    void withoutRoundsNobodyIsAskedToReply() {
        stage.store.plot = Scenarios.withRounds(stage.store.plot, 0);
        stage.awaitAnswer(stage.next());

        assertThat(stage.agents.recorded()).extracting(CallKey::phase).doesNotContain(Phase.DISAGREEMENTS, Phase.REPLY);
    }

    @Test
    void requestsArePlayedInTheOrderTheirBellsArrive() {
        stage.store.steps.before(Step.TAKE).shut();
        long first = stage.next();
        stage.store.steps.before(Step.TAKE).awaitArrivals(1);
        long early = stage.store.submit(Operation.NEXT);
        long late = stage.store.submit(Operation.NEXT);
        stage.ring(late);
        stage.ring(early);
        stage.store.steps.before(Step.TAKE).open();

        assertThat(stage.awaitAnswer(first).turn()).isEqualTo(1);
        assertThat(stage.awaitAnswer(late).turn()).isEqualTo(2);
        assertThat(stage.awaitAnswer(early).turn()).isEqualTo(3);
    }

    @Test
    void aBellRungManyTimesPlaysOneTurn() {
        stage.agents.at(Phase.POSITION).shut();
        long request = stage.next();
        long other = stage.next();
        stage.ring(request);
        stage.ring(other);
        stage.ring(other);
        stage.agents.at(Phase.POSITION).open();
        stage.awaitAnswer(other);
        stage.ring(request);
        long last = stage.next();

        assertThat(stage.awaitAnswer(last).turn()).isEqualTo(3);
        assertThat(stage.store.request(request).turn()).isEqualTo(1);
        assertThat(stage.store.played()).containsOnlyKeys(1, 2, 3);
    }

    @Test
    void oneDegradedRoleDoesNotStopATurn() {
        stage.agents.degrade(call -> call.key().seat().equals("sales"));
        Request request = stage.awaitAnswer(stage.next());

        assertThat(request.fate()).isEqualTo(Fate.DONE);
        assertThat(stage.store.played().get(1)).contains(PositionTaken.degraded("sales", "no answer"));
    }

    @Test
    void aDegradedCoordinatorLeavesTheTurnWithoutReplies() {
        stage.agents.degrade(call -> call.key().seat().equals(CallKey.COORDINATOR));
        Request request = stage.awaitAnswer(stage.next());

        assertThat(request.fate()).isEqualTo(Fate.DONE);
        assertThat(stage.agents.recorded()).extracting(CallKey::phase).doesNotContain(Phase.REPLY);
    }

    @Test
    void aTurnInWhichNobodyAnswersIsNotCountedAndTheNextRequestPlaysIt() {
        stage.agents.degrade(_ -> true);
        Request unanswered = stage.awaitAnswer(stage.next());
        assertThat(unanswered.fate()).isEqualTo(Fate.REFUSED);
        assertThat(unanswered.httpStatus()).isEqualTo(500);
        assertThat(unanswered.error()).isEqualTo("nobody_answered");
        assertThat(stage.store.played()).isEmpty();

        stage.agents.forget();
        stage.agents.degrade(_ -> false);
        assertThat(stage.awaitAnswer(stage.next()).turn()).isEqualTo(1);
    }

    @Test
    void aDefectEndsTheRequestAndTheSimulationLivesOn() {
        stage.agents.fail(call -> call.key().seat().equals("pm") && call.key().phase() == Phase.POSITION);
        Request failed = stage.awaitAnswer(stage.next());
        assertThat(failed.httpStatus()).isEqualTo(500);
        assertThat(failed.error()).isEqualTo("turn_failed");

        stage.agents.fail(_ -> false);
        assertThat(stage.awaitAnswer(stage.next()).turn()).isEqualTo(1);
        assertThat(stage.store.runs()).hasSize(1);
    }

    @Test
    void aTurnThatFailsIsLeftOnlyWhenNoneOfItsCallsIsUnderWay() {
        stage.agents.at(Phase.ANALYSIS).shut();
        stage.agents.fail(call -> call.key().phase() == Phase.MINUTES);
        long failing = stage.next();
        stage.agents.at(Phase.ANALYSIS).awaitArrivals(1);
        stage.agents.at(Phase.MINUTES).awaitArrivals(1);
        assertThat(stage.store.request(failing).answered()).isFalse();

        stage.agents.fail(_ -> false);
        stage.agents.at(Phase.ANALYSIS).open();
        assertThat(stage.awaitAnswer(failing).httpStatus()).isEqualTo(500);
        assertThat(stage.awaitAnswer(stage.next()).turn()).isEqualTo(1);
        assertThat(stage.agents.recorded()).doesNotHaveDuplicates();
    }

    @Test
    void aStoreThatIsAwayForAMomentCostsNothingButTime() {
        for (Step step : List.of(Step.OPEN, Step.TAKE, Step.PROJECT)) {
            stage.store.steps.breaking(step).before(2, Steps.away());
        }

        assertThat(stage.awaitAnswer(stage.next()).turn()).isEqualTo(1);
        assertThat(stage.store.played()).containsOnlyKeys(1);
    }

    @Test
    void aStoreThatIsAwayLongerIsAskedAgainByATimerAndBellsAreHeardMeanwhile() {
        stage.store.steps.breaking(Step.TAKE).before(6, Steps.away());
        long next = stage.next();
        Stage.patiently()
                .until(() -> !stage.events(EventType.EVENT_TYPE_TIMER_STARTED).isEmpty());

        long pause = stage.request(Operation.PAUSE);
        assertThat(stage.awaitAnswer(pause).fate()).isEqualTo(Fate.DONE);
        assertThat(stage.awaitAnswer(next).httpStatus()).isEqualTo(409);
    }

    @Test
    void aWriteWhoseAnswerWasLostIsDoneOnce() {
        for (Step step : List.of(Step.TAKE, Step.PROJECT)) {
            stage.store.steps.breaking(step).after(1, Steps.away());
        }
        assertThat(stage.awaitAnswer(stage.next()).turn()).isEqualTo(1);
        assertThat(stage.awaitAnswer(stage.next()).turn()).isEqualTo(2);

        assertThat(stage.store.played()).containsOnlyKeys(1, 2);
        assertThat(stage.agents.asked()).extracting(ModelCall::key).doesNotHaveDuplicates();
    }

    @Test
    void aProjectionThatMeetsADefectEndsTheRequestAndTheSimulationLivesOn() {
        stage.store.steps.breaking(Step.PROJECT).before(1, new IllegalStateException("A defect"));

        assertThat(stage.awaitAnswer(stage.next()).httpStatus()).isEqualTo(500);
        assertThat(stage.awaitAnswer(stage.next()).turn()).isEqualTo(1);
    }
}
