package io.synthforce.workflows.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Critical values that hold for several comparisons with one control at once: the two-sided 1 − α point of the maximum of
 * correlated t variables (Dunnett 1955, 1964), by integration over the control's deviate and the scale. The error of the
 * integration is taken out by its known value for a single comparison.
 */
final class Simultaneous {

    private static final int SCALES = 20;
    private static final double REACH = 6;
    private static final double STEP = 0.6;
    private static final int ROUNDS = 12;
    private static final double NEAR = 1e-4;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Simultaneous() {}

    /** A value of √(χ²/ν) and how much of its distribution it stands for. */
    private record Scale(double value, double weight) {}

    /** @param contrasts with one control; the fewest degrees of freedom of them are used */
    static double critical(List<Contrast> contrasts, double alpha) {
        double level = 1 - alpha;
        double df = contrasts.stream().mapToDouble(Contrast::df).min().orElseThrow();
        TDistribution t = TDistribution.of(df);
        double exact = t.inverseCumulativeProbability((1 + level) / 2);
        if (contrasts.size() == 1) {
            return exact;
        }
        List<Scale> scales = scales(df);
        double[] shared = contrasts.stream().mapToDouble(Contrast::shared).toArray();
        double apart = t.inverseCumulativeProbability((1 + Math.pow(level, 1.0 / shared.length)) / 2);
        double single = solve(scales, new double[] {shared[0]}, exact, level);
        return exact * solve(scales, shared, apart, level) / single;
    }

    /** Around its mean, at equal distances of about half a standard deviation. */
    private static List<Scale> scales(double df) {
        double deviation = 1 / Math.sqrt(2 * df);
        double from = Math.max(0.02, 1 - 5 * deviation);
        double step = (1 + 6 * deviation - from) / (SCALES - 1);
        double[] densities = new double[SCALES];
        for (int i = 0; i < SCALES; i++) {
            double scale = from + i * step;
            densities[i] = Math.exp((df - 1) * Math.log(scale) - df * (scale * scale - 1) / 2);
        }
        double sum = Arrays.stream(densities).sum();
        return IntStream.range(0, SCALES)
                .mapToObj(i -> new Scale(from + i * step, densities[i] / sum))
                .toList();
    }

    /** By secants; the probability grows smoothly with the critical value. */
    private static double solve(List<Scale> scales, double[] shared, double about, double level) {
        double before = about * 0.97;
        double now = about;
        double missedBefore = probability(before, scales, shared) - level;
        for (int round = 0; round < ROUNDS && Math.abs(now - before) > NEAR; round++) {
            double missed = probability(now, scales, shared) - level;
            double next = missed == missedBefore ? now : now - missed * (now - before) / (missed - missedBefore);
            before = now;
            missedBefore = missed;
            now = Math.clamp(next, about * 0.5, about * 2);
        }
        return now;
    }

    /** That no |t| exceeds the critical value. */
    private static double probability(double critical, List<Scale> scales, double[] shared) {
        double sum = 0;
        for (Scale scale : scales) {
            double limit = critical * scale.value();
            double held = 0;
            for (double z = -REACH; z <= REACH + STEP / 2; z += STEP) {
                double product = NORMAL.density(z) * STEP;
                for (double part : shared) {
                    double own = Math.sqrt(1 - part);
                    double common = Math.sqrt(part) * z;
                    product *= NORMAL.probability((common - limit) / own, (common + limit) / own);
                }
                held += product;
            }
            sum += held * scale.weight();
        }
        return sum;
    }
}
