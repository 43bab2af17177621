package io.synthforce.workflows.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.comparison.Verdict;
import io.synthforce.workflows.experiment.RunRecord.TurnRecord;
import io.synthforce.workflows.world.Indicator.Direction;
import io.synthforce.workflows.world.IndicatorValue;
import io.synthforce.workflows.world.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where trunks count: one option, whose runs are told apart by the trunk they were forked from. */
class TrunkFindingsTest {

    private static final int TURN = 1;

    @Test
    void aTrunkCountsOnceHoweverOftenItIsRepeated() {
        Plan plan = plan(5, 4, false);
        List<RunRecord> records = records(plan, (trunk, block, changed) -> trunk + 0.1 * block + (changed ? 100 : 0));

        assertThat(Trials.units(plan, records)).isEqualTo(5);
        assertThat(Trials.of(plan, records, 1).units(Trials.of(plan, records, 1).changed()))
                .isEqualTo(5);
        assertThat(Judging.of(plan, records).getFirst().verdict())
                .as("20 runs of either kind")
                .isEqualTo(Verdict.TOO_FEW_RUNS);
    }

    @Test
    void itCountsByTheMeanOverItsRunsThatSurvived() {
        Plan plan = plan(6, 2, false);
        List<RunRecord> records = records(plan, (trunk, block, changed) -> trunk + (block > 6 ? 10 : 0));
        List<RunRecord> ruined = new ArrayList<>(records);
        ruined.replaceAll(record -> record.run().block() == 1 ? record(record.run(), 0, true) : record);

        Trials trials = Trials.of(plan, ruined, 1);

        assertThat(trials.levels(trials.changed(), plan.target(), TURN))
                .containsExactly(11.0, 7.0, 8.0, 9.0, 10.0, 11.0);
        assertThat(trials.score(plan.target(), TURN)).isEqualTo(new Score(0, 6, 0));
    }

    @Test
    void sixTrunksAreEnoughForAVerdictAndPairsOfThemTakeOutWhatTheyDifferBy() {
        Effect small = (trunk, block, changed) -> 1000 * trunk + 0.1 * (block % 3) + (changed ? 5 : 0);
        Plan apart = plan(6, 1, false);
        Plan paired = plan(6, 1, true);

        assertThat(Judging.of(apart, records(apart, small)).getFirst().verdict())
                .isEqualTo(Verdict.UNDECIDED);
        assertThat(Judging.of(
                                paired,
                                records(
                                        paired,
                                        (trunk, block, changed) -> 1000 * trunk + (changed ? 5 + 0.1 * trunk : 0)))
                        .getFirst()
                        .verdict())
                .isEqualTo(Verdict.BETTER);
    }

    @Test
    void sharesHaveIntervalsOnlyWhereTrunksHaveOneRunOfEitherKind() {
        Plan once = plan(10, 1, false);
        Plan twice = plan(10, 2, false);
        Effect none = (trunk, block, changed) -> 1;

        Share alone = Trials.of(once, records(once, none), 1).ruin(once);
        Share together = Trials.of(twice, records(twice, none), 1).ruin(twice);

        assertThat(alone.difference()).isNotNull();
        assertThat(together.difference()).isNull();
        assertThat(together.why()).contains("runs of one trunk are not independent");
        assertThat(together.changed().n()).isEqualTo(20);
        assertThat(together.changed().wilson())
                .as("as exact as ten are")
                .isEqualTo(alone.changed().wilson());
    }

    @Test
    void aTrunkThatWasOverBeforeCountsAlikeForAll() {
        Plan plan = plan(6, 1, false);
        List<RunRecord> records =
                new ArrayList<>(records(plan, (trunk, block, changed) -> trunk + (changed ? 100 : 0)));
        records.replaceAll(record -> record.run().trunk() == 3 ? record(record.run(), -50, true) : record);

        Trials trials = Trials.of(plan, records, 1);

        assertThat(trials.ruin(plan).changed().seen()).isEqualTo(1);
        assertThat(trials.ruin(plan).unchanged().seen()).isEqualTo(1);
        assertThat(trials.score(plan.target(), TURN)).isEqualTo(new Score(5, 1, 0));
        assertThat(Judging.of(plan, records).getFirst().n()).isEqualTo(5);
    }

    @Test
    void theBasisSaysWhatBecameOfTrunksThatDidNotGetThere() {
        Plan plan = new Plan(
                TURN,
                2,
                plan(6, 1, false).options(),
                1,
                plan(6, 1, false).target(),
                Design.PLAIN,
                false,
                List.of(),
                6,
                List.of());
        List<RunRecord> records = new ArrayList<>();
        plan.schedule("seed").stream()
                .filter(run -> run.trunk() <= 2)
                .map(run -> record(run, -50, true))
                .forEach(records::add);
        plan.schedule("seed").stream()
                .filter(run -> run.trunk() == 3)
                .map(run -> new RunRecord(run, "trunk 3 did not get to turn 1", null, false, List.of(), List.of()))
                .forEach(records::add);

        assertThat(Basis.of(plan, records))
                .startsWith("The decision after turn 1: what is counted are 6 trunks")
                .endsWith("Over by then, and counted by what they came to: 2. Failed before they were there: 1.");
        assertThat(Basis.of(plan, List.of())).doesNotContain("Over by then", "Failed");
    }

    private static Plan plan(int trunks, int repeats, boolean pairing) {
        return new Plan(
                0,
                TURN,
                List.of(new Option("option", List.of())),
                repeats,
                new Target.OfIndicator("cash", Direction.UP, BigDecimal.ONE),
                new Design(pairing, null, List.of()),
                false,
                List.of(),
                trunks,
                List.of());
    }

    private interface Effect {
        double cash(int trunk, int block, boolean changed);
    }

    private static List<RunRecord> records(Plan plan, Effect effect) {
        return plan.schedule("seed").stream()
                .map(run -> record(run, effect.cash(run.trunk(), run.block(), !run.changesNothing()), false))
                .toList();
    }

    private static RunRecord record(PlannedRun run, double cash, boolean ruined) {
        TurnRecord turn = new TurnRecord(
                TURN,
                List.of(new IndicatorValue("cash", Quantity.of(cash))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ruined);
        return new RunRecord(run, null, "a model", false, List.of(turn), List.of());
    }
}
