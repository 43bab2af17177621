package io.synthforce.workflows.experiment;

import java.math.BigDecimal;

/**
 * Ends an experiment when it is exact enough, whatever it says: no block begins any more once the intervals of all options
 * are at most that wide. What an interval says is never looked at, so looking often raises no alarm.
 *
 * @param width from the lower to the upper limit, in the unit of the primary outcome
 * @param atLeast repeats before the first look, 10 or more
 */
public record StopRule(BigDecimal width, int atLeast) {

    public static final int FEWEST = 10;
}
