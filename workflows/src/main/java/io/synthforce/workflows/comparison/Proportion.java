package io.synthforce.workflows.comparison;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.UnconditionedExactTest;

/**
 * In how many of {@code n} runs something was seen. A share of runs, never a probability.
 *
 * @param seen 0 to n
 * @param units independent of each other that the runs are of: as many as runs, or fewer where some share what happened
 */
public record Proportion(int seen, int n, int units) {

    private static final double Z = 1.959963984540054;
    private static final double STABLE = 0.8;
    private static final double ALPHA = 0.05;

    /** Of independent runs. */
    public Proportion(int seen, int n) {
        this(seen, n, n);
    }

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

    Interval wilson(double z) {
        if (n == 0) {
            return new Interval(0, 1);
        }
        double z2 = z * z;
        double p = share();
        double k = units;
        double centre = (p + z2 / (2 * k)) / (1 + z2 / k);
        double half = z * Math.sqrt(p * (1 - p) / k + z2 / (4 * k * k)) / (1 + z2 / k);
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
        if (seen == 0) {
            return 0;
        }
        double each = (double) units / n;
        return BetaDistribution.of(seen * each, (n - seen) * each + 1).inverseCumulativeProbability(ALPHA);
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
