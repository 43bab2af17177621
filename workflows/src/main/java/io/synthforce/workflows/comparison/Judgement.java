package io.synthforce.workflows.comparison;

import org.jspecify.annotations.Nullable;

/**
 * An option beside no change, judged.
 *
 * @param difference of the means, changed minus unchanged, in raw units
 * @param interval 95 %, simultaneous over all options; null when there is none to give
 * @param n how many runs were compared, of the kind that has fewer; pairs where these were
 * @param constant whether nothing varied, so that there is nothing to make an interval of
 * @param needed about how many repeats would decide, null when it is decided, or when none would
 * @param correlation that pairing had, null when nothing was paired
 */
public record Judgement(
        double difference,
        @Nullable Interval interval,
        Verdict verdict,
        int n,
        boolean constant,
        @Nullable Integer needed,
        @Nullable Double correlation) {

    private static final int MOST_NEEDED = 10_000;

    static Judgement none(double difference, Verdict verdict, int n) {
        return new Judgement(difference, null, verdict, n, false, null, null);
    }

    static Judgement constant(double difference, Verdict verdict, int n) {
        return new Judgement(difference, null, verdict, n, true, null, null);
    }

    /** The same without a verdict, as the runs cannot be compared. */
    public Judgement notComparable() {
        return none(difference, Verdict.NOT_COMPARABLE, n);
    }

    /** How far the interval reaches on either side: 0 where nothing varies, without end where there is none. */
    public double half() {
        if (constant) {
            return 0;
        }
        return interval == null ? Double.POSITIVE_INFINITY : interval.half();
    }

    /** As many as would shrink an interval to where it decides, if the difference stayed what it is. */
    static @Nullable Integer needed(double difference, double half, double matters, int n) {
        double gap = Math.abs(Math.abs(difference) - matters);
        if (gap == 0) {
            return null;
        }
        double ratio = half / gap;
        double needed = Math.ceil(n * ratio * ratio);
        return needed > MOST_NEEDED ? null : (int) Math.max(needed, n + 1.0);
    }
}
