package io.synthforce.workflows.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthforce.workflows.change.DirectAgent;
import io.synthforce.workflows.comparison.Check;
import io.synthforce.workflows.comparison.Verdict;
import io.synthforce.workflows.experiment.RunRecord.Served;
import io.synthforce.workflows.scenario.Clock;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Settings;
import io.synthforce.workflows.world.DefaultWorld;
import io.synthforce.workflows.world.Indicator.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final double[] NOISE = {10, 14, 8, 12, 11, 9, 13, 10, 12, 7};

    @Test
    void pairsThatWereDeclaredTellTheirCorrelationAndSeeWhatIndependentRunsDoNot() {
        Runs runs = new Runs().cash(1, 12, 17, 10, 15, 13, 11).cash(0, 10, 14, 8, 12, 11, 9);

        OptionFinding paired = only(plan(6, new Design(true, null, List.of())), runs);
        OptionFinding apart = only(plan(6, Design.PLAIN), runs);

        assertThat(paired.judgement().verdict()).isEqualTo(Verdict.BETTER);
        assertThat(paired.judgement().correlation()).isGreaterThan(0.9);
        assertThat(paired.told()).contains("pairs correlate at 0.9");
        assertThat(apart.judgement().verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(apart.judgement().correlation()).isNull();
    }

    @Test
    void ruinIsToldApartAndLevelsAreThoseOfTheSurvivors() {
        Runs runs = new Runs().ruined(1, 10, 8).ruined(0, 10, 0);

        OptionFinding option = only(plan(10, Design.PLAIN), runs);

        assertThat(option.primary().mean()).isEqualTo(109.5);
        assertThat(option.judgement().verdict()).isEqualTo(Verdict.TOO_FEW_RUNS);
        assertThat(option.ruin().changed().seen()).isEqualTo(8);
        assertThat(option.ruin().difference().low()).isGreaterThan(0.3);
        assertThat(option.ruin().exactTest()).isLessThan(0.01);
        assertThat(option.told()).contains("Ruined in 8 of 10 simulated runs (49–94 %)");
        assertThat(option.score().losses()).as("who is ruined did worse").isEqualTo(8);
    }

    @Test
    void sharesOfFewerThanTenRunsOrOfAStoppedExperimentHaveNoInterval() {
        Design stops = new Design(false, new StopRule(BigDecimal.ONE, 10), List.of());

        assertThat(only(plan(9, Design.PLAIN), new Runs().ruined(1, 9, 5).ruined(0, 9, 0))
                        .ruin()
                        .difference())
                .isNull();
        assertThat(only(plan(12, stops), new Runs().ruined(1, 12, 5).ruined(0, 12, 0))
                        .ruin()
                        .exactTest())
                .isNull();
    }

    @Test
    void whereOptionsAreJudgedByRuinThatIsComparedAsSharesAreAndToldOnce() {
        Runs runs = new Runs().ruined(1, 10, 9).ruined(0, 10, 0);

        OptionFinding option = only(judgedBy(Target.ruin(), 10), runs);

        assertThat(option.judgement().verdict()).isEqualTo(Verdict.WORSE);
        assertThat(option.judgement().interval().low()).isGreaterThan(30);
        assertThat(option.difference()).isEqualTo(90);
        assertThat(option.score().losses()).isEqualTo(9);
        assertThat(option.told())
                .contains("was 90 %, in 9 of 10 simulated runs (60–98 %), without the change in 0 of 10")
                .contains("difference +90 points")
                .doesNotContain("Ruined");
    }

    @Test
    void fewerThanTenRunsGiveNoVerdictOnAShareAndSayWhy() {
        OptionFinding option =
                only(judgedBy(Target.ruin(), 9), new Runs().ruined(1, 9, 9).ruined(0, 9, 0));

        assertThat(option.judgement().verdict()).isEqualTo(Verdict.TOO_FEW_RUNS);
        assertThat(option.told()).contains("No verdict: intervals of shares hold from 10 runs of either kind on.");
    }

    @Test
    void sharesThatDifferByLessThanMattersDoNotDiffer() {
        Target raised =
                new Target.OfDecision(new Target.Choice("price", "raise"), Direction.UP, BigDecimal.valueOf(60));
        Runs runs = new Runs();
        for (int block = 1; block <= 20; block++) {
            runs.decided(1, block, block % 2 == 0 ? "raise" : "keep").decided(0, block, block < 11 ? "raise" : "keep");
        }

        OptionFinding option = only(judgedBy(raised, 20), runs);

        assertThat(option.judgement().verdict()).isEqualTo(Verdict.NO_DIFFERENCE_THAT_MATTERS);
        assertThat(option.score()).isEqualTo(new Score(5, 10, 5));
    }

    @Test
    void withoutVarianceItIsIdenticalInAllRunsAndAtMostThreeInNOtherwise() {
        OptionFinding option = only(
                plan(8, Design.PLAIN),
                new Runs().cash(1, 5, 5, 5, 5, 5, 5, 5, 5).cash(0, 5, 5, 5, 5, 5, 5, 5, 5));

        assertThat(option.judgement().verdict()).isEqualTo(Verdict.IDENTICAL);
        assertThat(option.judgement().interval()).isNull();
        assertThat(option.otherwise()).isEqualTo(3.0 / 8);
        assertThat(option.told()).contains("Identical in all 8 runs of either kind");
    }

    @Test
    void whoWasRuinedIsNotAmongTheRunsThatCameOutAlike() {
        Runs runs = new Runs().cash(0, 5, 5, 5, 5, 5, 5, 5, 5);
        for (int block = 1; block <= 8; block++) {
            runs.add(1, block, block < 3 ? -900 : 5, "a model", block < 3, List.of());
        }

        OptionFinding option = only(plan(8, Design.PLAIN), runs);

        assertThat(option.told())
                .contains("Identical in all 6 runs of either kind")
                .contains("at most 3 of 6");
        assertThat(option.otherwise()).isEqualTo(0.5);
    }

    @Test
    void pairsThatAllDifferByTheSameAreToldAsThat() {
        Runs runs = new Runs().cash(1, 15, 19, 13, 17, 16, 14).cash(0, 10, 14, 8, 12, 11, 9);

        OptionFinding option = only(plan(6, new Design(true, null, List.of())), runs);

        assertThat(option.judgement().verdict()).isEqualTo(Verdict.BETTER);
        assertThat(option.told()).contains("Better by more than matters, alike in all 6 pairs of runs");
    }

    @Test
    void whatTwoModelsSaidIsNotCompared() {
        Runs runs = new Runs().cash(0, NOISE);
        for (int block = 1; block <= 10; block++) {
            runs.add(1, block, 90 + block, block == 3 ? "another model" : "a model", false, List.of());
        }

        assertThat(only(plan(10, Design.PLAIN), runs).judgement().verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    }

    @Test
    void aSilentSeatIsNoOtherModel() {
        Runs runs = new Runs();
        for (int block = 1; block <= 6; block++) {
            runs.served(0, block, new Served("position of ceo", "large"), new Served("position of sales", "small"));
            runs.served(1, block, new Served("position of ceo", "large"));
        }

        assertThat(only(plan(6, Design.PLAIN), runs).judgement().verdict()).isEqualTo(Verdict.IDENTICAL);
    }

    @Test
    void aSeatThatAnotherModelAnsweredForIsNamed() {
        Runs runs = new Runs();
        for (int block = 1; block <= 6; block++) {
            runs.served(0, block, new Served("position of ceo", "large"), new Served("position of sales", "small"));
            runs.served(1, block, new Served("position of ceo", block == 4 ? "small" : "large"));
        }

        OptionFinding option = only(plan(6, Design.PLAIN), runs);

        assertThat(option.judgement().verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
        assertThat(option.told()).contains("No verdict: several models answered (position of ceo: large and small).");
    }

    @Test
    void anOptionWithAModelOfItsOwnIsNeverCompared() {
        Option large =
                new Option("a larger model", List.of(new DirectAgent("ceo", null, null, Map.of(), null, "large")));
        Plan plan = new Plan(
                0,
                Runs.TURN,
                List.of(large),
                10,
                new Target.OfIndicator("cash", Direction.UP, BigDecimal.ONE),
                Design.PLAIN);

        OptionFinding option = only(plan, new Runs().cash(1, NOISE).cash(0, NOISE));

        assertThat(option.judgement().verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
        assertThat(option.noVerdict())
                .isEqualTo("the option has a model of its own speak (ceo by large), and models are not compared");
    }

    @Test
    void whereMoreRunsOfOneKindFailedNothingIsCompared() {
        Runs runs = new Runs()
                .cash(1, 90, 91, 92, 93, 94, 95, 96, 97, 98)
                .failed(1, 10)
                .cash(0, NOISE);

        OptionFinding option = only(plan(10, Design.PLAIN), runs);

        assertThat(option.failed()).isEqualTo(1);
        assertThat(option.judgement().verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    }

    @Test
    void whatIsUndecidedSaysAboutHowManyRepeatsWouldDoAndWhatTheyWouldTake() {
        Runs runs = new Runs().cash(1, 12, 17, 10, 15, 13, 11).cash(0, 10, 14, 8, 12, 11, 9);

        OptionFinding priced = only(plan(6, Design.PLAIN), runs.costing("0.0104"));
        int needed = priced.judgement().needed();
        assertThat(priced.neededUsd())
                .as("two runs a repeat, in whole cents")
                .isEqualTo(new BigDecimal("0.0208")
                        .multiply(BigDecimal.valueOf(needed))
                        .setScale(2, RoundingMode.UP));
        assertThat(priced.told())
                .contains("; about %d repeats would decide, about %s USD for all their runs."
                        .formatted(needed, priced.neededUsd()));

        OptionFinding scripted = only(plan(6, Design.PLAIN), runs.costing(null));
        assertThat(scripted.neededUsd()).isNull();
        assertThat(scripted.noPrice()).isEqualTo("a script answered, at no cost");
    }

    @Test
    void fromThirtyRunsOnABootstrapIsAskedToo() {
        double[] with = new double[30];
        double[] without = new double[30];
        for (int i = 0; i < with.length; i++) {
            with[i] = 20 + i % 7;
            without[i] = 10 + i % 5;
        }
        Runs runs = new Runs().cash(1, with).cash(0, without);

        Check check = only(plan(30, Design.PLAIN), runs).check();

        assertThat(check.agrees()).isTrue();
        assertThat(check.interval().low()).isBetween(9.0, 11.0);
        assertThat(check.interval().high()).isBetween(11.0, 13.0);
        assertThat(only(plan(30, Design.PLAIN), runs).check())
                .as("the same plan draws the same")
                .isEqualTo(check);
        assertThat(only(plan(6, Design.PLAIN), new Runs().cash(1, NOISE).cash(0, NOISE))
                        .check())
                .isNull();
    }

    @Test
    void theFirstTurnOutsideTheRangeOfNoChangeIsNamedWithWhatLeftIt() {
        Runs runs = new Runs().cash(0, NOISE);
        for (int block = 1; block <= 10; block++) {
            runs.add(1, block, 90 + block, "a model", false, List.of("price: raise"));
        }

        Divergence divergence = only(plan(10, Design.PLAIN), runs).divergence();

        assertThat(divergence.turn()).isEqualTo(Runs.TURN);
        assertThat(divergence.what()).containsExactly("Cash", "price: raise");
        assertThat(only(plan(10, Design.PLAIN), new Runs().cash(1, NOISE).cash(0, NOISE))
                        .divergence())
                .isNull();
    }

    @Test
    void aTornadoHasTheWidestSwingFirst() {
        List<Probe> probes = List.of(
                new Probe("rules.burn.constant", BigDecimal.ONE, BigDecimal.TEN),
                new Probe("rules.churn.rate", BigDecimal.ZERO, BigDecimal.ONE));
        Runs runs = new Runs().cash(1, 9).cash(2, 11).cash(3, 2).cash(4, 30).cash(0, 10);
        runs.add(0, 1, 10, "a model", false, List.of());

        List<Swing> tornado =
                findings(Runs.plan(4, 1, new Design(false, null, probes)), runs).tornado();

        assertThat(tornado).extracting(Swing::parameter).containsExactly("rules.churn.rate", "rules.burn.constant");
        assertThat(tornado.getFirst().width()).isCloseTo(28, within(1e-9));
        assertThat(tornado.getFirst().low().name()).isEqualTo("rules.churn.rate low (0)");
    }

    @Test
    void aRuleEndsWhatIsExactEnoughFromTenWholeBlocksOn() {
        Runs ten = new Runs().cash(1, NOISE).cash(0, NOISE);
        Runs nine = new Runs().cash(1, 10, 14, 8, 12, 11, 9, 13, 10, 12).cash(0, 10, 14, 8, 12, 11, 9, 13, 10, 12);

        assertThat(Stopping.isDue(plan(20, stopsAt(5)), ten.all())).isTrue();
        assertThat(Stopping.isDue(plan(20, stopsAt(3)), ten.all())).isFalse();
        assertThat(Stopping.isDue(plan(20, stopsAt(5)), nine.all())).isFalse();
        assertThat(Stopping.isDue(plan(20, Design.PLAIN), ten.all())).isFalse();
    }

    private static Design stopsAt(int width) {
        return new Design(false, new StopRule(BigDecimal.valueOf(width), 10), List.of());
    }

    private static Plan plan(int repeats, Design design) {
        return Runs.plan(1, repeats, design);
    }

    private static Plan judgedBy(Target target, int repeats) {
        Plan plan = plan(repeats, Design.PLAIN);
        return new Plan(plan.baseTurn(), plan.horizon(), plan.options(), repeats, target, Design.PLAIN);
    }

    private static OptionFinding only(Plan plan, Runs runs) {
        return findings(plan, runs).options().getFirst();
    }

    private static Findings findings(Plan plan, Runs runs) {
        return Findings.of(plan, scenario(), runs.all());
    }

    static Scenario scenario() {
        return new Scenario(
                null,
                null,
                "Shall we raise our prices?",
                List.of(),
                List.of(),
                DefaultWorld.world(),
                new Clock(LocalDate.of(2027, 1, 1), Clock.Step.MONTH),
                new Settings(10, List.of(), 0.7, true, true, 2),
                Map.of(),
                "seed",
                0);
    }
}
