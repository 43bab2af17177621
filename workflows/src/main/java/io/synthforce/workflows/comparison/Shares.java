package io.synthforce.workflows.comparison;

import org.jspecify.annotations.Nullable;

/**
 * Compares options with no change on how often something was seen: Newcombe's intervals at Bonferroni's level, so that all
 * of them hold at once. They hold too seldom, and so are not given, below ten runs and where their width ended the
 * experiment, as shares near an end have narrow ones.
 *
 * @param options compared at once
 * @param fixed whether the number of runs was fixed beforehand
 */
public record Shares(int options, boolean fixed) {

    public static final int FEWEST = 10;

    /** 95 % for the difference of the shares, changed minus unchanged; null where there is none to give. */
    public @Nullable Interval difference(Proportion changed, Proportion unchanged) {
        return hold(changed, unchanged) ? changed.minus(unchanged, Comparison.ALPHA / options) : null;
    }

    /** p of the exact test that both shares are one; null where there is none to give, or nothing was seen at all. */
    public @Nullable Double exactTest(Proportion changed, Proportion unchanged) {
        boolean seen = changed.seen() + unchanged.seen() > 0;
        return seen && hold(changed, unchanged) ? changed.exactTest(unchanged) : null;
    }

    private boolean hold(Proportion changed, Proportion unchanged) {
        return fixed && Math.min(changed.n(), unchanged.n()) >= FEWEST;
    }
}
