package io.synthforce.workflows.comparison;

import org.jspecify.annotations.Nullable;

/**
 * Compares options with no change on how often something was seen: Newcombe's intervals at Bonferroni's level, so that all
 * of them hold at once. They hold too seldom, and so are not given, below ten runs and where their width ended the
 * experiment, as shares near an end have narrow ones.
 *
 * @param options compared at once
 * @param fixed whether the number of runs was fixed beforehand
 * @param independent whether no run shares more with one of its kind than with the others
 */
public record Shares(int options, boolean fixed, boolean independent) {

    public static final int FEWEST = 10;

    private static final double POINTS = 100;

    /** Of runs that are independent. */
    public Shares(int options, boolean fixed) {
        this(options, fixed, true);
    }

    /**
     * An option, judged in points, changed minus unchanged.
     *
     * @param upIsBetter whether it is good to see it
     * @param matters the smallest difference that does, in points
     */
    public Judgement judge(Proportion changed, Proportion unchanged, boolean upIsBetter, double matters) {
        int n = Math.min(changed.n(), unchanged.n());
        double difference = POINTS * (changed.share() - unchanged.share());
        Interval interval = difference(changed, unchanged);
        if (interval == null) {
            return Judgement.none(difference, n < FEWEST ? Verdict.TOO_FEW_RUNS : Verdict.UNDECIDED, n);
        }
        if (difference == 0 && (changed.seen() == 0 || changed.seen() == changed.n())) {
            return Judgement.constant(difference, Verdict.IDENTICAL, n);
        }
        Interval points = interval.times(POINTS);
        Verdict verdict = Verdict.of(upIsBetter ? points : points.negated(), matters);
        return new Judgement(
                difference,
                points,
                verdict,
                n,
                false,
                verdict == Verdict.UNDECIDED ? Judgement.needed(difference, points.half(), matters, changed.n()) : null,
                null);
    }

    /**
     * An option whose runs a judge counted, in points, as labels correct it. Without enough labels there is no verdict, and
     * the difference is that of what was counted.
     */
    public Judgement judged(
            Proportion changed, Proportion unchanged, Reliability judge, boolean upIsBetter, double matters) {
        int n = Math.min(changed.n(), unchanged.n());
        Double difference = judge.difference(changed, unchanged);
        Interval interval = judge.difference(changed, unchanged, Comparison.ALPHA / options);
        if (why(changed, unchanged) != null || difference == null || interval == null) {
            return Judgement.none(
                    POINTS * (changed.share() - unchanged.share()),
                    n < FEWEST ? Verdict.TOO_FEW_RUNS : Verdict.JUDGE_UNCHECKED,
                    n);
        }
        Interval points = interval.times(POINTS);
        Verdict verdict = Verdict.of(upIsBetter ? points : points.negated(), matters);
        return new Judgement(POINTS * difference, points, verdict, n, false, null, null);
    }

    /** 95 % for the difference of the shares, changed minus unchanged; null where there is none to give. */
    public @Nullable Interval difference(Proportion changed, Proportion unchanged) {
        return why(changed, unchanged) == null ? changed.minus(unchanged, Comparison.ALPHA / options) : null;
    }

    /** p of the exact test that both shares are one; null where there is none to give, or nothing was seen at all. */
    public @Nullable Double exactTest(Proportion changed, Proportion unchanged) {
        boolean seen = changed.seen() + unchanged.seen() > 0;
        return seen && why(changed, unchanged) == null ? changed.exactTest(unchanged) : null;
    }

    /** Why there is no interval, and no test, to give; null where there is one. */
    public @Nullable String why(Proportion changed, Proportion unchanged) {
        if (!fixed) {
            return "intervals of shares do not hold where a rule on widths may end the experiment";
        }
        if (!independent) {
            return "runs of one trunk are not independent; with one repeat of one option there is one run of either kind";
        }
        return Math.min(changed.n(), unchanged.n()) < FEWEST
                ? "intervals of shares hold from %d runs of either kind on".formatted(FEWEST)
                : null;
    }
}
