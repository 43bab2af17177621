package io.synthforce.workflows.experiment;

import io.synthforce.workflows.comparison.Comparison;
import io.synthforce.workflows.comparison.Judgement;
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
                plan.target().direction() == Direction.UP,
                matters == null ? 0 : matters.doubleValue(),
                plan.design().pairing(),
                plan.design().alpha());
        List<Judgement> judgements =
                comparison.judge(trials.stream().map(one -> one.arms(plan)).toList());
        List<Judgement> checked = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            checked.add(
                    isComparable(trials.get(i))
                            ? judgements.get(i)
                            : new Judgement(judgements.get(i).difference(), null, Verdict.NOT_COMPARABLE, null, null));
        }
        return checked;
    }

    /** Not across models, and not when far more of one kind failed. */
    private static boolean isComparable(Trials trials) {
        List<RunRecord> all = new ArrayList<>(trials.changed());
        all.addAll(trials.unchanged());
        long models = all.stream()
                .map(RunRecord::model)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        double difference = share(trials.failed(), trials.changed().size())
                - share(trials.failedUnchanged(), trials.unchanged().size());
        return models <= 1 && Math.abs(difference) <= FAILED_SHARE;
    }

    private static double share(long failed, int ended) {
        return failed + ended == 0 ? 0 : (double) failed / (failed + ended);
    }
}
