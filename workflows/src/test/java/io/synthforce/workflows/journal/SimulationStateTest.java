package io.synthforce.workflows.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synthforce.workflows.journal.SimulationEvent.*;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.scenario.DecisionRule;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.IndicatorValue;
import io.synthforce.workflows.world.PendingEffect;
import io.synthforce.workflows.world.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationStateTest {

    private static final Cause CAUSE = new Cause(Cause.Kind.RULE, "burn", 1);
    private static final SimulationState STARTED = SimulationState.BLANK.fold(
            new SimulationStarted("hash", 1, List.of(new IndicatorValue("cash", Quantity.of(500)))));

    @Test
    void aStateSurvivesTheSnapshot() {
        SimulationState state = STARTED.fold(Samples.events());

        assertThat(Json.read(Json.write(state), SimulationState.class)).isEqualTo(state);
    }

    @Test
    void foldingOneByOneIsFoldingAll() {
        SimulationState oneByOne = STARTED;
        for (SimulationEvent event : Samples.events()) {
            oneByOne = oneByOne.fold(event);
        }

        assertThat(oneByOne).isEqualTo(STARTED.fold(Samples.events()));
    }

    @Test
    void aChangeReplacesTheLineOfTheLedger() {
        SimulationState state = STARTED.fold(new IndicatorChanged("cash", Quantity.of(500), Quantity.of(460), CAUSE));

        assertThat(state.ledger()).containsExactly(new IndicatorValue("cash", Quantity.of(460)));
        assertThatThrownBy(() -> state.value("morale")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPendingEffectIsForgottenInTheTurnItLands() {
        PendingEffect soon = new PendingEffect("cash", Quantity.of(1), 2, CAUSE);
        PendingEffect later = new PendingEffect("cash", Quantity.of(2), 3, CAUSE);
        SimulationState state = STARTED.fold(List.of(new EffectScheduled(soon), new EffectScheduled(later)));

        assertThat(state.due(1)).isEmpty();
        assertThat(state.due(2)).containsExactly(soon);
        assertThat(state.fold(new TurnOpened(2, "hash", List.of())).pending()).containsExactly(later);
    }

    @Test
    void aStanceIsHeldFromThePositionToTheLastReply() {
        SimulationState state = STARTED.fold(List.of(
                position("ceo", new Stance("price", 2), new Stance("hiring", 1)),
                reply("ceo", 1, new Stance("price", 1)),
                reply("ceo", 2, new Stance("price", -1))));

        assertThat(state.stances())
                .containsExactly(new HeldStance("ceo", "price", 2, -1), new HeldStance("ceo", "hiring", 1, 1));
    }

    @Test
    void aDegradedAnswerLeavesTheStanceOfTheTurnBefore() {
        SimulationState state = STARTED.fold(List.of(
                position("ceo", new Stance("price", 2)),
                PositionTaken.degraded("ceo", "no answer"),
                ReplyGiven.degraded("ceo", 1, "d1", "no answer")));

        assertThat(state.stances()).containsExactly(new HeldStance("ceo", "price", 2, 2));
    }

    @Test
    void aDecisionStandsUntilItIsTakenAnew() {
        SimulationState state = STARTED.fold(List.of(
                new TurnOpened(1, "hash", List.of()),
                new IssueDecided("price", "yes", DecisionRule.CEO, 1, 0),
                new TurnOpened(2, "hash", List.of()),
                new IssueLeftOpen("price", DecisionRule.CEO, 0, 0)));

        assertThat(state.decisions()).containsExactly(new Decided("price", "yes", 1));
        assertThat(state.fold(new IssueDecided("price", "no", DecisionRule.CEO, 0, 1))
                        .decisions())
                .containsExactly(new Decided("price", "no", 2));
    }

    @Test
    void onlyDrawsOfTurnZeroAreKeptForBranches() {
        ValueDrawn atStart = new ValueDrawn("start", Quantity.of(3));

        assertThat(STARTED.fold(atStart).drawn()).containsExactly(new Drawn("start", Quantity.of(3)));
        assertThat(STARTED.fold(new TurnOpened(1, "hash", List.of()))
                        .fold(atStart)
                        .drawn())
                .isEmpty();
    }

    private static PositionTaken position(String seat, Stance... stances) {
        return new PositionTaken(seat, Answer.ok("hash"), List.of(stances), 50, List.of(), 0, List.of());
    }

    private static ReplyGiven reply(String seat, int round, Stance... stances) {
        return new ReplyGiven(seat, round, "d1", Answer.ok("hash"), List.of(stances), 50, List.of(), List.of(), false);
    }
}
