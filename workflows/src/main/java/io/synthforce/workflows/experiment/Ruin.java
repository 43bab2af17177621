package io.synthforce.workflows.experiment;

import io.synthforce.workflows.comparison.Interval;
import io.synthforce.workflows.comparison.Proportion;
import io.synthforce.workflows.comparison.Shares;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In how many runs the company was ruined, apart from how well it did where it survived.
 *
 * @param difference of the shares, 95 % for all options at once; null where there is none to give
 * @param exactTest p of Boschloo's test that both shares are one; null where there is none, or nothing was ruined
 */
public record Ruin(
        Proportion changed,
        Proportion unchanged,
        @Nullable Interval difference,
        @Nullable Double exactTest) {

    static Ruin of(Trials trials, Plan plan) {
        Proportion changed = ruined(trials.changed(), plan.horizon());
        Proportion unchanged = ruined(trials.unchanged(), plan.horizon());
        Shares shares = new Shares(plan.options().size(), plan.design().stop() == null);
        return new Ruin(
                changed, unchanged, shares.difference(changed, unchanged), shares.exactTest(changed, unchanged));
    }

    private static Proportion ruined(List<RunRecord> runs, int turn) {
        return new Proportion(
                (int) runs.stream().filter(run -> run.ruinedBy(turn)).count(), runs.size());
    }

    /** Nothing where nothing was ruined. */
    String told() {
        if (changed.seen() + unchanged.seen() == 0) {
            return "";
        }
        String apart = difference == null
                ? ""
                : "; difference %.0f to %.0f points".formatted(100 * difference.low(), 100 * difference.high());
        return " Ruined %s, without the change %s%s.".formatted(changed.told(), unchanged.told(), apart);
    }
}
