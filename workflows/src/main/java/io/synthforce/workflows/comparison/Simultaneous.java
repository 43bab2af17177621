package io.synthforce.workflows.comparison;

import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Critical values that hold for several comparisons with one control at once: the two-sided 95 % point of the maximum of
 * correlated t variables (Dunnett 1955, 1964), by integration over the control's deviate and the scale. The error of the
 * integration is taken out by its known value for a single comparison.
 */
final class Simultaneous {

    private static final double LEVEL = 0.95;
    private static final int STRATA = 40;
    private static final double REACH = 6;
    private static final double STEP = 0.4;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Simultaneous() {}

    /** @param contrasts with one control; the fewest degrees of freedom of them are used */
    static double critical(List<Contrast> contrasts) {
        double df = contrasts.stream().mapToDouble(Contrast::df).min().orElseThrow();
        double exact = TDistribution.of(df).inverseCumulativeProbability((1 + LEVEL) / 2);
        if (contrasts.size() == 1) {
            return exact;
        }
        double[] scales = scales(df);
        double[] shared = contrasts.stream().mapToDouble(Contrast::shared).toArray();
        double single = solve(scales, new double[] {shared[0]}, exact);
        return exact * solve(scales, shared, exact) / single;
    }

    /** Quantiles of √(χ²/ν) at the middles of strata of equal probability. */
    private static double[] scales(double df) {
        ChiSquaredDistribution chi = ChiSquaredDistribution.of(df);
        double[] scales = new double[STRATA];
        for (int i = 0; i < STRATA; i++) {
            scales[i] = Math.sqrt(chi.inverseCumulativeProbability((i + 0.5) / STRATA) / df);
        }
        return scales;
    }

    /** Bisection: the probability grows with the critical value. */
    private static double solve(double[] scales, double[] shared, double atLeast) {
        double low = atLeast * 0.8;
        double high = atLeast * 2.5;
        while (high - low > 1e-4) {
            double middle = (low + high) / 2;
            if (probability(middle, scales, shared) < LEVEL) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** That no |t| exceeds the critical value. */
    private static double probability(double critical, double[] scales, double[] shared) {
        double sum = 0;
        for (double scale : scales) {
            for (double z = -REACH; z <= REACH + STEP / 2; z += STEP) {
                double product = NORMAL.density(z) * STEP;
                for (double part : shared) {
                    double own = Math.sqrt(1 - part);
                    double common = Math.sqrt(part) * z;
                    product *= NORMAL.probability((common - critical * scale) / own, (common + critical * scale) / own);
                }
                sum += product;
            }
        }
        return sum / scales.length;
    }
}
