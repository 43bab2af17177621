package io.synthforce.workflows.experiment;

import io.synthforce.workflows.comparison.Interval;
import io.synthforce.workflows.comparison.Proportion;
import io.synthforce.workflows.comparison.Shares;
import java.util.List;
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

    static Share of(List<Double> changed, List<Double> unchanged, Plan plan) {
        Proportion with = seen(changed);
        Proportion without = seen(unchanged);
        Shares shares = plan.shares();
        return new Share(
                with,
                without,
                shares.difference(with, without),
                shares.exactTest(with, without),
                shares.why(with, without));
    }

    static Proportion seen(List<Double> values) {
        return new Proportion((int) values.stream().filter(value -> value > 0).count(), values.size());
    }

    boolean isSeen() {
        return changed.seen() + unchanged.seen() > 0;
    }
}
