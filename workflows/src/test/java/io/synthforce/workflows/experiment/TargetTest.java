package io.synthforce.workflows.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.experiment.RunRecord.TurnRecord;
import io.synthforce.workflows.journal.Decided;
import io.synthforce.workflows.journal.HeldStance;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.world.Indicator.Direction;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TargetTest {

    private static final Target RAISED =
            new Target.OfDecision(new Target.Choice("price", "raise"), Direction.UP, BigDecimal.TEN);
    private static final Target ALL = new Target.OfStance(new Target.Held("price", null), Direction.UP, null);
    private static final Target OF_SALES = new Target.OfStance(new Target.Held("price", "sales"), Direction.UP, null);

    static Stream<Target> kinds() {
        return Stream.of(
                new Target.OfIndicator("cash", Direction.UP, BigDecimal.ONE),
                Target.ruin(),
                RAISED,
                ALL,
                OF_SALES,
                new Target.OfProposition("The company kept its promise.", Direction.UP, null));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindIsReadAsItWasStored(Target target) {
        Plan plan = plan(target);

        assertThat(Json.read(Json.write(plan), Plan.class)).isEqualTo(plan);
    }

    @Test
    void plansWithAnIndicatorAreStoredAsTheyAlwaysWere() {
        String stored = """
            {"base_turn":0,"horizon":1,"options":[],"repeats":1,\
            "target":{"indicator":"cash","direction":"UP","matters":1},"design":{"pairing":false}}\
            """;

        Plan plan = Json.read(stored, Plan.class);

        assertThat(plan.target()).isEqualTo(new Target.OfIndicator("cash", Direction.UP, BigDecimal.ONE));
        assertThat(Json.write(plan)).as("so its hash stays the same").isEqualTo(stored);
    }

    @Test
    void aDecisionCountsAsItStandsAlsoInTurnsThatDecideNothing() {
        RunRecord run = run(
                turn(1, List.of(new Decided("price", "raise", 1)), List.of()),
                turn(2, List.of(new Decided("price", "raise", 1)), List.of()),
                turn(3, List.of(new Decided("price", "keep", 3)), List.of()));

        assertThat(RAISED.value(run, 2)).contains(Target.SEEN);
        assertThat(RAISED.value(run, 3)).contains(BigDecimal.ZERO);
        assertThat(RAISED.value(run, 0)).as("was not played").isEmpty();
    }

    @Test
    void aStanceIsThatOfOneSeatOrTheMeanOfAllWhoHaveOne() {
        List<HeldStance> stances = List.of(
                new HeldStance("ceo", "price", -2, 2),
                new HeldStance("sales", "price", 2, -1),
                new HeldStance("sales", "launch", 0, -2));
        RunRecord run = run(turn(1, List.of(), stances));

        assertThat(ALL.value(run, 1)).contains(new BigDecimal("0.5"));
        assertThat(OF_SALES.value(run, 1)).contains(new BigDecimal("-1.0"));
        assertThat(OF_SALES.value(run(turn(1, List.of(), List.of())), 1))
                .as("nobody took one")
                .isEmpty();
    }

    @Test
    void whoIsRuinedCountsWhereRunsAreCountedAndNotForALevel() {
        TurnRecord last = new TurnRecord(
                1,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                true,
                List.of(new Decided("price", "raise", 1)),
                List.of(new HeldStance("ceo", "price", 0, 1)));
        RunRecord ruined = run(last);

        assertThat(Target.ruin().value(ruined, 2))
                .as("and stays so after the end")
                .contains(Target.SEEN);
        assertThat(Trials.values(List.of(ruined), RAISED, 2)).containsExactly(100.0);
        assertThat(Trials.values(List.of(ruined), ALL, 2)).isEmpty();
    }

    private static RunRecord run(TurnRecord... turns) {
        return new RunRecord(new PlannedRun(0, 1, 1, 1), null, "a model", false, List.of(turns), List.of());
    }

    private static TurnRecord turn(int turn, List<Decided> standing, List<HeldStance> stances) {
        return new TurnRecord(turn, List.of(), List.of(), List.of(), List.of(), List.of(), false, standing, stances);
    }

    private static Plan plan(Target target) {
        return new Plan(0, 1, List.of(), 1, target, Design.PLAIN, false, List.of(target, Target.ruin()), 0, List.of());
    }
}
