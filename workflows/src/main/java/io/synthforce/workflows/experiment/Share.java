package io.synthforce.workflows.experiment;

import io.synthforce.workflows.comparison.Interval;
import io.synthforce.workflows.comparison.Proportion;
import io.synthforce.workflows.comparison.Shares;
import org.jspecify.annotations.Nullable;

/**
 * In how many runs something was seen.
 *
 * @param difference of the shares, 95 % for all options at once; null where there is none to give
 * @param exactTest p of Boschloo's test that both shares are one; null where there is none, or nothing was seen
 * @param why there is neither; null where there is an interval
 */
public record Share(
        Proportion changed,
        Proportion unchanged,
        @Nullable Interval difference,
        @Nullable Double exactTest,
        @Nullable String why) {

    static Share of(Target target, Trials trials, Plan plan) {
        Proportion with = trials.seen(trials.changed(), target, plan.horizon());
        Proportion without = trials.seen(trials.unchanged(), target, plan.horizon());
        Shares shares = plan.shares();
        if (target instanceof Target.OfProposition) {
            return judged(with, without, shares);
        }
        return new Share(
                with,
                without,
                shares.difference(with, without),
                shares.exactTest(with, without),
                shares.why(with, without));
    }

    /** Counted by a judge, who errs: what may be said of the difference, labels have to tell. */
    private static Share judged(Proportion with, Proportion without, Shares shares) {
        String why = shares.why(with, without);
        return new Share(
                with, without, null, null, why == null ? "a judge counted them, whom labels have to correct" : why);
    }

    boolean isSeen() {
        return changed.seen() + unchanged.seen() > 0;
    }
}
