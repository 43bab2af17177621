package io.synthforce.workflows.comparison;

import org.jspecify.annotations.Nullable;

/**
 * An option beside no change, judged.
 *
 * @param difference of the means, changed minus unchanged, in raw units
 * @param interval 95 %, simultaneous over all options; null when there is none to give
 * @param needed about how many repeats would decide, null when it is decided, or when none would
 * @param correlation that pairing had, null when nothing was paired
 */
public record Judgement(
        double difference,
        @Nullable Interval interval,
        Verdict verdict,
        @Nullable Integer needed,
        @Nullable Double correlation) {

    /** How far the interval reaches on either side: 0 where nothing varies, without end where there is none. */
    public double half() {
        if (verdict == Verdict.IDENTICAL) {
            return 0;
        }
        return interval == null ? Double.POSITIVE_INFINITY : interval.half();
    }
}
