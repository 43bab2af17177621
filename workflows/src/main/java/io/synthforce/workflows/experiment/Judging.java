package io.synthforce.workflows.experiment;

import io.synthforce.workflows.comparison.Comparison;
import io.synthforce.workflows.comparison.Interval;
import io.synthforce.workflows.comparison.Judgement;
import io.synthforce.workflows.comparison.Sample;
import io.synthforce.workflows.comparison.Verdict;
import io.synthforce.workflows.world.Indicator.Direction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Hands what came of the branches to the comparison: the primary outcome at the horizon, of runs that survived. Where
 * runs cannot be compared there is no verdict.
 */
final class Judging {

    private static final double FAILED_SHARE = 0.05;

    private Judging() {}

    /** For each option, in their order. */
    static List<Judgement> of(Plan plan, List<RunRecord> records) {
        List<Trials> trials = new ArrayList<>();
        for (int option = 1; option <= plan.options().size(); option++) {
            trials.add(Trials.of(plan, records, option));
        }
        BigDecimal matters = plan.target().matters();
        Comparison comparison = new Comparison(
                plan.target().direction() == Direction.UP, matters == null ? 0 : matters.doubleValue(), false);
        Sample control = sample(trials.getFirst().unchanged(), plan);
        List<Judgement> judgements = comparison.judge(
                trials.stream().map(one -> sample(one.changed(), plan)).toList(), control);
        List<Judgement> checked = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            checked.add(
                    isComparable(trials.get(i), records)
                            ? judgements.get(i)
                            : new Judgement(judgements.get(i).difference(), null, Verdict.NOT_COMPARABLE, null, null));
        }
        return checked;
    }

    private static Sample sample(List<RunRecord> runs, Plan plan) {
        List<RunRecord> survived = runs.stream().filter(run -> !run.ruined()).toList();
        return new Sample(Trials.values(survived, plan.target().indicator(), plan.horizon()));
    }

    /** Not across models, and not when far more of one kind failed. */
    private static boolean isComparable(Trials trials, List<RunRecord> records) {
        List<RunRecord> all = new ArrayList<>(trials.changed());
        all.addAll(trials.unchanged());
        long models = all.stream()
                .map(RunRecord::model)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        long failed = records.stream()
                .filter(record -> record.run().changesNothing() && record.failed())
                .count();
        double difference = share(trials.failed(), trials.changed().size())
                - share(failed, trials.unchanged().size());
        return models <= 1 && Math.abs(difference) <= FAILED_SHARE;
    }

    private static double share(long failed, int ended) {
        return failed + ended == 0 ? 0 : (double) failed / (failed + ended);
    }

    /** The verdict in words, with its interval; nothing where there is none to tell. */
    static String told(Judgement judgement, String unit) {
        Interval interval = judgement.interval();
        String between = interval == null
                ? ""
                : " (95 %% interval %s to %s %s, all options at once)"
                        .formatted(Figures.signed(interval.low()), Figures.signed(interval.high()), unit);
        return switch (judgement.verdict()) {
            case BETTER -> " Better by more than matters" + between + ".";
            case WORSE -> " Worse by more than matters" + between + ".";
            case NO_DIFFERENCE_THAT_MATTERS -> " No difference that matters" + between + ".";
            case UNDECIDED ->
                " Undecided" + between
                        + (judgement.needed() == null
                                ? "."
                                : "; about %d repeats would decide.".formatted(judgement.needed()));
            case IDENTICAL -> " Identical in all runs of either kind, so there is no interval.";
            case TOO_FEW_RUNS -> "";
            case NOT_COMPARABLE -> " No verdict: other models answered, or far more runs of one kind failed.";
        };
    }
}
