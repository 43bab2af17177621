package io.synthforce.workflows.comparison;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Looks at a difference of means in another way, where there are enough runs for it: percentiles of the differences of runs
 * drawn again from those there are (Efron 1979). A check beside the interval, never in its place.
 *
 * @param alpha the share of experiments in which the percentiles may miss
 */
record Bootstrap(double alpha, boolean paired) {

    /** Below so many runs percentiles are too narrow. */
    static final int FEWEST = 30;

    private static final int RESAMPLES = 2_000;

    /** @param seed the same one always gives the same interval */
    Interval interval(Arms arms, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] changed = values(paired ? Contrast.differences(arms.changed(), arms.unchanged()) : arms.changed());
        double[] unchanged = paired ? new double[] {0} : values(arms.unchanged());
        double[] differences = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            differences[i] = mean(changed, random) - mean(unchanged, random);
        }
        Arrays.sort(differences);
        int left = (int) Math.floor(alpha / 2 * RESAMPLES);
        return new Interval(differences[left], differences[RESAMPLES - 1 - left]);
    }

    private static double[] values(Sample sample) {
        return sample.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double mean(double[] values, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[random.nextInt(values.length)];
        }
        return sum / values.length;
    }
}
