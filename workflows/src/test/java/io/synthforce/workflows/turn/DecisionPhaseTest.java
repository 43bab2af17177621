package io.synthforce.workflows.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.ActionAccepted;
import io.synthforce.workflows.journal.SimulationEvent.ActionRejected;
import io.synthforce.workflows.journal.SimulationEvent.ActionRejected.Rejection;
import io.synthforce.workflows.journal.SimulationEvent.IndicatorChanged;
import io.synthforce.workflows.journal.SimulationEvent.IssueDecided;
import io.synthforce.workflows.journal.SimulationEvent.IssueLeftOpen;
import io.synthforce.workflows.journal.Stance;
import io.synthforce.workflows.scenario.DecisionRule;
import io.synthforce.workflows.scenario.Scenarios;
import io.synthforce.workflows.world.ActionType;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.DefaultWorld;
import io.synthforce.workflows.world.Draws;
import io.synthforce.workflows.world.Indicator;
import io.synthforce.workflows.world.Indicator.Direction;
import io.synthforce.workflows.world.Quantity;
import io.synthforce.workflows.world.World;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionPhaseTest {

    private static final World WORLD = DefaultWorld.world();

    @Test
    void anActionIsTakenWhenOneOfItsProposersMayOrderItAndAllAreNamed() {
        List<SimulationEvent> events =
                decide(WORLD, wants("designer", "launch_campaign"), wants("pm", "launch_campaign"));

        assertThat(events)
                .contains(
                        new ActionAccepted("launch_campaign", List.of("designer", "pm"), Quantity.of(60), "pm"),
                        new IndicatorChanged(
                                "cash",
                                Quantity.of(500),
                                Quantity.of(440),
                                new Cause(Cause.Kind.ACTION, "launch_campaign", 1, "pm")));
    }

    @Test
    void anActionNobodyMayOrderIsRejectedForLackOfAuthority() {
        assertThat(decide(WORLD, wants("designer", "launch_campaign"), wants("support", "launch_campaign")))
                .containsExactly(
                        new ActionRejected("launch_campaign", List.of("designer", "support"), Rejection.NO_AUTHORITY));
    }

    @Test
    void ofTwoActionsThatExcludeEachOtherTheOneOfTheHigherSeatIsTaken() {
        assertThat(decide(WORLD, wants("ceo", "freeze_spending"), wants("pm", "launch_campaign")))
                .contains(new ActionRejected("launch_campaign", List.of("pm"), Rejection.EXCLUDED))
                .noneMatch(event ->
                        event instanceof ActionAccepted taken && taken.action().equals("launch_campaign"));
    }

    @Test
    void anActionThatWasNotTakenExcludesNothing() {
        assertThat(decide(WORLD, wants("ceo", "freeze_spending"), wants("designer", "launch_campaign")))
                .contains(
                        new ActionRejected("launch_campaign", List.of("designer"), Rejection.NO_AUTHORITY),
                        new ActionAccepted("freeze_spending", List.of("ceo"), Quantity.ZERO, "ceo"));
    }

    @Test
    void whatTheCompanyCannotPayIsRejectedAndWhatItCanJustPayIsTaken() {
        World poor = withCash(100, null);
        List<SimulationEvent> events = decide(poor, wants("pm", "launch_campaign", "improve_product"));
        assertThat(events)
                .contains(
                        new ActionAccepted("launch_campaign", List.of("pm"), Quantity.of(60), "pm"),
                        new ActionRejected("improve_product", List.of("pm"), Rejection.UNAFFORDABLE));

        assertThat(decide(withCash(60, null), wants("pm", "launch_campaign")))
                .contains(new ActionAccepted("launch_campaign", List.of("pm"), Quantity.of(60), "pm"));
    }

    @Test
    void aCostThatTheLowerBoundWouldSwallowIsUnaffordable() {
        assertThat(decide(withCash(100, 50.0), wants("pm", "launch_campaign")))
                .containsExactly(new ActionRejected("launch_campaign", List.of("pm"), Rejection.UNAFFORDABLE));
    }

    @Test
    void whatIsFreeIsAffordableEvenInDebt() {
        assertThat(decide(withCash(-20, null), wants("ceo", "freeze_spending")))
                .contains(new ActionAccepted("freeze_spending", List.of("ceo"), Quantity.ZERO, "ceo"));
    }

    @Test
    void whatIsInNoCatalogueHasNoEffect() {
        assertThat(decide(WORLD, wants("ceo", "buy_a_boat"))).isEmpty();
    }

    @Test
    void everyIssueIsDecidedOrLeftOpenWithItsCount() {
        TurnLog log = new TurnLog(WORLD, PureTurns.opening(WORLD));
        phase(WORLD, log)
                .play(
                        List.of(
                                Scenarios.issue("price", DecisionRule.MAJORITY, null),
                                Scenarios.issue("hiring", DecisionRule.CEO, null)),
                        List.of(
                                new Voice(Scenarios.seat("pm"), List.of(new Stance("price", 1)), List.of()),
                                new Voice(Scenarios.seat("sales"), List.of(new Stance("hiring", -2)), List.of())));

        assertThat(log.events())
                .containsExactly(
                        new IssueDecided("price", "yes", DecisionRule.MAJORITY, 1, 0),
                        new IssueLeftOpen("hiring", DecisionRule.CEO, 0, 1));
    }

    private static List<SimulationEvent> decide(World world, Voice... voices) {
        TurnLog log = new TurnLog(world, PureTurns.opening(world));
        phase(world, log).play(List.of(), List.of(voices));
        return log.events();
    }

    private static DecisionPhase phase(World world, TurnLog log) {
        return new DecisionPhase(world, new Draws(Scenarios.ROOT_SEED, 0), log, 1);
    }

    private static Voice wants(String role, String... actions) {
        return new Voice(Scenarios.seat(role), List.of(), List.of(actions));
    }

    private static World withCash(double start, Double min) {
        BigDecimal least = min == null ? null : Quantity.of(min);
        Indicator cash = new Indicator("cash", "Cash", "k$", Direction.UP, Quantity.of(start), least, null, null);
        List<Indicator> others =
                WORLD.indicators().stream().filter(i -> !i.id().equals("cash")).toList();
        List<Indicator> all = java.util.stream.Stream.concat(java.util.stream.Stream.of(cash), others.stream())
                .toList();
        List<ActionType> actions = WORLD.actions();
        return new World(all, actions, List.of(), List.of(), List.of());
    }
}
