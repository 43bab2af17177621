package io.synthforce.workflows.experiment;

import io.synthforce.workflows.comparison.Judgement;
import org.jspecify.annotations.Nullable;

/**
 * How an option did on the primary outcome at the horizon.
 *
 * @param runs of the option that count
 * @param controls runs without change that count
 * @param failed runs of the option that failed
 * @param mean of the primary outcome, null without runs
 * @param unchanged mean without change
 * @param judgement on levels of runs that survived; its interval is simultaneous over the options
 * @param ruined runs in which the company was ruined
 */
public record OptionFinding(
        String name,
        int runs,
        int controls,
        int failed,
        @Nullable Double mean,
        @Nullable Double unchanged,
        Score score,
        int ruined,
        int ruinedUnchanged,
        Judgement judgement,
        String told) {

    public @Nullable Double difference() {
        return mean == null || unchanged == null ? null : mean - unchanged;
    }
}
