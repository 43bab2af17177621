package io.synthforce.workflows.experiment;

import io.synthforce.workflows.comparison.Check;
import io.synthforce.workflows.comparison.Comparison;
import io.synthforce.workflows.comparison.Judgement;
import io.synthforce.workflows.comparison.Proportion;
import io.synthforce.workflows.comparison.Reliability;
import io.synthforce.workflows.world.Indicator.Direction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands what came of the branches to the comparison: the primary outcome at the horizon. Where runs cannot be compared
 * there is no verdict.
 */
final class Judging {

    private Judging() {}

    /** For each option, in their order. */
    static List<Judgement> of(Plan plan, List<RunRecord> records) {
        List<Trials> trials = new ArrayList<>();
        for (int option = 1; option <= plan.options().size(); option++) {
            trials.add(Trials.of(plan, records, option));
        }
        List<Judgement> judgements = switch (plan.target()) {
            case Target.OfProposition one ->
                shares(plan, trials, PropositionFinding.reliability(one.proposition(), records));
            case Target target -> target.isShare() ? shares(plan, trials, null) : levels(plan, trials);
        };
        List<Judgement> checked = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            Judgement judgement = judgements.get(i);
            checked.add(
                    Comparability.missing(plan.options().get(i), trials.get(i)) == null
                            ? judgement
                            : judgement.notComparable());
        }
        return checked;
    }

    /** What a bootstrap says of an option, where it may be asked. */
    static @Nullable Check check(Plan plan, Trials trials, int option, Judgement judgement) {
        return plan.target().isShare()
                ? null
                : comparison(plan)
                        .check(trials.arms(plan), judgement, plan.options().size(), plan.seed() + option);
    }

    private static List<Judgement> levels(Plan plan, List<Trials> trials) {
        return comparison(plan).judge(trials.stream().map(one -> one.arms(plan)).toList());
    }

    private static Comparison comparison(Plan plan) {
        return new Comparison(
                isUpBetter(plan),
                matters(plan),
                plan.design().pairing(),
                plan.design().alpha());
    }

    /** @param judge who counted them, null where code did */
    private static List<Judgement> shares(Plan plan, List<Trials> trials, @Nullable Reliability judge) {
        List<Judgement> judgements = new ArrayList<>();
        for (Trials one : trials) {
            Proportion changed = one.seen(one.changed(), plan.target(), plan.horizon());
            Proportion unchanged = one.seen(one.unchanged(), plan.target(), plan.horizon());
            judgements.add(
                    judge == null
                            ? plan.shares().judge(changed, unchanged, isUpBetter(plan), matters(plan))
                            : plan.shares().judged(changed, unchanged, judge, isUpBetter(plan), matters(plan)));
        }
        return judgements;
    }

    private static boolean isUpBetter(Plan plan) {
        return plan.target().direction() == Direction.UP;
    }

    private static double matters(Plan plan) {
        BigDecimal matters = plan.target().matters();
        return matters == null ? 0 : matters.doubleValue();
    }
}
