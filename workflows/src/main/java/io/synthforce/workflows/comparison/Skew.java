package io.synthforce.workflows.comparison;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Skewness;

/**
 * Whether outcomes lean so far to one side that intervals do not hold what they promise when one side has more runs than the
 * other. With as many on both sides the leanings cancel.
 */
final class Skew {

    private static final double MOST = 1;

    private Skew() {}

    /** Of all outcomes around the mean of their kind. */
    static boolean isTooLarge(List<Arms> options) {
        if (options.size() < 2) {
            return false;
        }
        double[] around = Stream.concat(
                        options.stream().map(Arms::changed),
                        Stream.of(options.getFirst().unchanged()))
                .flatMap(sample -> sample.values().stream().map(value -> value - sample.mean()))
                .mapToDouble(Double::doubleValue)
                .toArray();
        return Math.abs(Skewness.of(around).getAsDouble()) > MOST;
    }
}
