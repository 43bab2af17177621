package io.synthforce.workflows.comparison;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.UnconditionedExactTest;

/**
 * In how many of {@code n} runs something was seen. A share of runs, never a probability.
 *
 * @param seen 0 to n
 */
public record Proportion(int seen, int n) {

    private static final double Z = 1.959963984540054;
    private static final double STABLE = 0.8;
    private static final double ALPHA = 0.05;

    public Proportion {
        if (seen < 0 || seen > n) {
            throw new IllegalArgumentException("%d of %d".formatted(seen, n));
        }
    }

    public double share() {
        return n == 0 ? Double.NaN : (double) seen / n;
    }

    /** Wilson's 95 % interval. */
    public Interval wilson() {
        return wilson(Z);
    }

    private Interval wilson(double z) {
        if (n == 0) {
            return new Interval(0, 1);
        }
        double z2 = z * z;
        double p = share();
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = z * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n)) / (1 + z2 / n);
        return new Interval(seen == 0 ? 0 : centre - half, seen == n ? 1 : centre + half);
    }

    /** Newcombe's 95 % interval of this share minus another (his method 10, from Wilson's limits). */
    public Interval minus(Proportion other) {
        return minus(other, ALPHA);
    }

    /** The same, which misses in a share {@code alpha} of experiments only. */
    Interval minus(Proportion other, double alpha) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(alpha / 2);
        Interval one = wilson(z);
        Interval two = other.wilson(z);
        double difference = share() - other.share();
        return new Interval(
                difference - Math.hypot(share() - one.low(), two.high() - other.share()),
                difference + Math.hypot(one.high() - share(), other.share() - two.low()));
    }

    /** p of Boschloo's exact unconditional test that both shares are one. */
    public double exactTest(Proportion other) {
        int[][] table = {{seen, n - seen}, {other.seen, other.n - other.seen}};
        return UnconditionedExactTest.withDefaults()
                .with(UnconditionedExactTest.Method.BOSCHLOO)
                .test(table)
                .getPValue();
    }

    /** One-sided 95 % lower limit of Clopper and Pearson, exact. */
    public double lower() {
        return seen == 0 ? 0 : BetaDistribution.of(seen, n - seen + 1.0).inverseCumulativeProbability(ALPHA);
    }

    /** Whether it may be called stable: at least 80 % with one-sided confidence of 95 % (14 of 14, 28 of 30). */
    public boolean isStable() {
        return lower() >= STABLE;
    }

    /** As it is told: "stable: in 14 of 14 simulated runs", else with the interval. */
    public String told() {
        return told("simulated runs");
    }

    /** @param of what is counted */
    public String told(String of) {
        if (isStable()) {
            return "stable: in %d of %d %s".formatted(seen, n, of);
        }
        Interval interval = wilson();
        return "in %d of %d %s (%.0f–%.0f %%)".formatted(seen, n, of, 100 * interval.low(), 100 * interval.high());
    }
}
