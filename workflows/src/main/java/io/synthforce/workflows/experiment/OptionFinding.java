package io.synthforce.workflows.experiment;

import io.synthforce.workflows.comparison.Judgement;
import io.synthforce.workflows.comparison.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * How an option did on the primary outcome at the horizon.
 *
 * @param runs of the option that count
 * @param controls runs without change that count
 * @param failed runs of the option that failed
 * @param mean of the primary outcome in runs that survived, null without such runs
 * @param unchanged mean without change
 * @param judgement on levels of runs that survived; its interval is simultaneous over the options
 * @param divergence the first turn in which it leaves the range of no change, or null
 */
public record OptionFinding(
        String name,
        int runs,
        int controls,
        int failed,
        @Nullable Double mean,
        @Nullable Double unchanged,
        Score score,
        Ruin ruin,
        @Nullable Divergence divergence,
        Judgement judgement,
        String told) {

    OptionFinding told(String sentences) {
        return new OptionFinding(
                name, runs, controls, failed, mean, unchanged, score, ruin, divergence, judgement, sentences);
    }

    /** The largest share of runs that may turn out otherwise where none did (95 %); null where something varied. */
    public @Nullable Double otherwise() {
        int n = Math.min(runs, controls);
        return judgement.verdict() == Verdict.IDENTICAL ? Math.min(1, 3.0 / n) : null;
    }

    public @Nullable Double difference() {
        return mean == null || unchanged == null ? null : mean - unchanged;
    }
}
