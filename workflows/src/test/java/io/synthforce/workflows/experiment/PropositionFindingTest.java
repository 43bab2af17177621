package io.synthforce.workflows.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthforce.workflows.comparison.Interval;
import io.synthforce.workflows.comparison.Judgement;
import io.synthforce.workflows.comparison.Proportion;
import io.synthforce.workflows.comparison.Verdict;
import io.synthforce.workflows.judging.Asking;
import io.synthforce.workflows.judging.Holds;
import io.synthforce.workflows.judging.Judged;
import io.synthforce.workflows.judging.Matter;
import io.synthforce.workflows.judging.Ruling;
import io.synthforce.workflows.judging.RunLabel;
import io.synthforce.workflows.world.Indicator.Direction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PropositionFindingTest {

    private static final String TEXT = "The customers were listened to";
    private static final int RUNS = 12;

    private static final Plan PLAN = new Plan(
            0,
            Runs.TURN,
            List.of(new Option("listen", List.of())),
            RUNS,
            new Target.OfProposition(TEXT, Direction.UP, BigDecimal.ONE),
            Design.PLAIN);

    private final List<RunRecord> runs = new ArrayList<>(
            new Runs().cash(1, new double[RUNS]).cash(0, new double[RUNS]).all());

    @Test
    void withoutLabelsTheSharesAreToldAndThereIsNoVerdict() {
        judgeAll();

        assertThat(judgement().verdict()).isEqualTo(Verdict.JUDGE_UNCHECKED);
        assertThat(judgement().interval()).isNull();
        assertThat(judgement().difference()).isCloseTo(100 * 10 / 12.0, within(1e-9));
        assertThat(finding().arms().getFirst().holds()).isEqualTo(new Proportion(11, 12));
        assertThat(finding().arms().getFirst().corrected()).isNull();
        assertThat(finding().told()).startsWith("Judge unchecked: nobody has labelled a run.");
    }

    @Test
    void labelsBringAVerdictAndWhereTheyContradictTheJudgeAWiderInterval() {
        judgeAll(8, 4);
        runs.replaceAll(run -> label(run, said(run), "ada"));
        Interval believed = judgement().interval();

        runs.replaceAll(run -> run.run().block() < 3 ? label(run, false, "ada") : run);
        Interval doubted = judgement().interval();

        assertThat(believed.contains(100 * 4 / 12.0)).isTrue();
        assertThat(doubted.half()).isGreaterThan(believed.half());
        assertThat(finding().told())
                .startsWith("Judge checked by 24 labelled runs: right in 8 of 8 in which it holds, and in 12 of 16");
    }

    @Test
    void whoAgreesWithTheJudgeOnEverythingLeavesTheSharesAsTheyAre() {
        judgeAll();
        runs.replaceAll(run -> label(run, said(run), "ada"));

        assertThat(judgement().verdict()).isEqualTo(Verdict.BETTER);
        assertThat(finding().arms().getFirst().corrected()).isCloseTo(11 / 12.0, within(1e-9));
    }

    @Test
    void tooFewLabelsOfOneKindVouchForNothing() {
        judgeAll();
        runs.replaceAll(run -> !run.run().changesNothing() && run.run().block() < 6 ? label(run, true, "ada") : run);

        assertThat(judgement().verdict()).isEqualTo(Verdict.JUDGE_UNCHECKED);
        assertThat(finding().told()).contains("it holds in 5 and does not in 0; 5 of either kind are needed");
    }

    @Test
    void aJudgeWhoIsNoBetterThanACoinIsUnchecked() {
        judgeAll();
        runs.replaceAll(run -> label(run, run.run().block() % 2 == 0, "ada"));

        assertThat(judgement().verdict()).isEqualTo(Verdict.JUDGE_UNCHECKED);
        assertThat(finding().told()).contains("no better than a coin");
    }

    @Test
    void runsOnWhichPeopleDisagreeCountForNothing() {
        judgeAll();
        runs.replaceAll(run -> label(label(run, said(run), "ada"), !said(run), "ben"));

        assertThat(finding().disputed()).isEqualTo(24);
        assertThat(finding().labelled()).isZero();
    }

    @Test
    void whatIsUnclearOrUnusableIsCountedAndIsInNoShare() {
        judgeAll();
        runs.set(0, rule(runs.get(0), Asking.FIRST, Holds.UNCLEAR, "a judge"));
        runs.set(1, runs.get(1).with(List.of(new Judged(TEXT, List.of(unusable(runs.get(1))), List.of()))));

        PropositionFinding.Arm listen = finding().arms().getFirst();
        assertThat(listen.holds().n() + listen.unclear() + listen.unusable()).isEqualTo(12);
        assertThat(listen.unclear()).isEqualTo(1);
        assertThat(listen.unusable()).isEqualTo(1);
    }

    @Test
    void whyRunsThatAreComparedHaveNoRulingIsSaid() {
        judgeAll();
        runs.set(0, runs.get(0).with(List.of(new Judged(TEXT, List.of(unusable(runs.get(0))), List.of()))));
        runs.set(1, runs.get(1).with(List.of()));
        runs.set(2, runs.get(2).with(List.of()));

        assertThat(finding().told())
                .contains(" Without a ruling: 1 run (it quoted what nobody said), 2 runs (it was not judged).");
    }

    @Test
    void belowTenRunsThereAreTooFew() {
        judgeAll();
        runs.replaceAll(run -> label(run, said(run), "ada"));
        runs.removeIf(run -> run.run().block() > 9);

        assertThat(judgement().verdict()).isEqualTo(Verdict.TOO_FEW_RUNS);
    }

    @Test
    void severalJudgesAreVouchedForByNobody() {
        judgeAll();
        runs.replaceAll(run -> label(run, said(run), "ada"));
        runs.set(3, rule(runs.get(3), Asking.FIRST, Holds.TRUE, "another judge"));

        assertThat(judgement().verdict()).isEqualTo(Verdict.JUDGE_UNCHECKED);
        assertThat(finding().told()).contains("more than one model judged: a judge, another judge");
    }

    @Test
    void aJudgeWhoAlsoSpokeInTheRunsIsNamed() {
        runs.replaceAll(run -> rule(run, Asking.FIRST, Holds.TRUE, "a model"));

        assertThat(finding().inCast()).isTrue();
        assertThat(finding().told()).contains("The model that judged also spoke in the runs.");
    }

    @Test
    void whatWasJudgedTwiceOrTheOtherWayRoundIsHeldAgainstTheFirstRuling() {
        judgeAll();
        RunRecord first = runs.getFirst();
        Holds contrary = said(first) ? Holds.FALSE : Holds.TRUE;
        runs.set(0, rule(first, Asking.NEGATED, contrary, "a judge"));
        runs.set(1, rule(runs.get(1), Asking.AGAIN, said(runs.get(1)) ? Holds.FALSE : Holds.TRUE, "a judge"));

        assertThat(finding().negated()).isEqualTo(new Proportion(1, 1));
        assertThat(finding().again()).isEqualTo(new Proportion(0, 1));
        assertThat(finding().told())
                .endsWith(
                        " Judged twice, 0 of 1 rulings were the same. Judged the other way round, 1 of 1 rulings were the same.");
    }

    @Test
    void noneOfItIsToldOfTurnsBeforeTheLast() {
        judgeAll();

        assertThat(PLAN.target().value(runs.getFirst(), Runs.TURN)).isPresent();
        assertThat(PLAN.target().value(runs.getFirst(), Runs.TURN - 1)).isEmpty();
    }

    /** Of the option's twelve runs it holds in eleven, of those without change in one. */
    private void judgeAll() {
        judgeAll(11, 1);
    }

    private void judgeAll(int changed, int unchanged) {
        runs.replaceAll(run -> {
            int yes = run.run().changesNothing() ? unchanged : changed;
            return rule(run, Asking.FIRST, run.run().block() <= yes ? Holds.TRUE : Holds.FALSE, "a judge");
        });
    }

    private static boolean said(RunRecord run) {
        return run.judged(TEXT).flatMap(Judged::holds).equals(Optional.of(Holds.TRUE));
    }

    private static RunRecord rule(RunRecord run, Asking asking, Holds holds, String judge) {
        Judged before = run.judged(TEXT).orElse(new Judged(TEXT, List.of(), List.of()));
        List<Ruling> rulings = new ArrayList<>(before.rulings());
        rulings.removeIf(ruling -> ruling.matter().asking() == asking);
        rulings.add(new Ruling(
                new Matter(run.run().position(), 0, asking), holds, List.of(), "It says so.", judge, false, 0));
        return run.with(List.of(new Judged(TEXT, rulings, before.labels())));
    }

    private static Ruling unusable(RunRecord run) {
        return Ruling.unusable(new Matter(run.run().position(), 0, Asking.FIRST), "it quoted what nobody said", 0);
    }

    private static RunRecord label(RunRecord run, boolean holds, String who) {
        Judged before = run.judged(TEXT).orElseThrow();
        List<RunLabel> labels = new ArrayList<>(before.labels());
        labels.removeIf(label -> label.labeller().equals(who));
        labels.add(new RunLabel(run.run().position(), 0, who, holds, null));
        return run.with(List.of(new Judged(TEXT, before.rulings(), labels)));
    }

    private Judgement judgement() {
        return Judging.of(PLAN, runs).getFirst();
    }

    private PropositionFinding finding() {
        return PropositionFinding.all(PLAN, runs).getFirst();
    }
}
