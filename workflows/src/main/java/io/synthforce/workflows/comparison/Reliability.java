package io.synthforce.workflows.comparison;

import java.util.Objects;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * How often a judge is right, by what people said of the same runs, and what shares are by it that the judge counted. A share
 * {@code q} of runs in which the judge says yes comes from a share {@code (q + specificity − 1) / (sensitivity + specificity −
 * 1)} in which it is so (Rogan and Gladen, Estimating prevalence from the results of a screening test, American Journal of
 * Epidemiology 107, 1978, 71–76). The judge is taken to err alike in every arm.
 *
 * @param sensitivity of the runs in which it is so, those in which the judge says so
 * @param specificity of the runs in which it is not so, those in which the judge denies it
 */
public record Reliability(Proportion sensitivity, Proportion specificity) {

    /** So few labels of either kind say too little about the judge. */
    public static final int FEWEST = 5;

    /** Nobody checked the judge. */
    public static final Reliability UNKNOWN = new Reliability(new Proportion(0, 0), new Proportion(0, 0));

    private static final double ALPHA = 0.05;

    /** Whether anything can be corrected by it: there are labels of both kinds, and they show that the judge is no coin. */
    public boolean isKnown() {
        return hasEnough() && youden(ALPHA).low() > 0;
    }

    public boolean hasEnough() {
        return Math.min(sensitivity.n(), specificity.n()) >= FEWEST;
    }

    /** The share of runs in which it is so, 0 to 1; null when the judge is not known. */
    public @Nullable Double share(Proportion judged) {
        return isKnown() && judged.n() > 0
                ? Math.clamp((judged.share() + specificity.share() - 1) / youden(), 0.0, 1.0)
                : null;
    }

    /**
     * Its 95 % interval, the error of the labels in it (Lang and Reiczigel, Confidence limits for prevalence of disease adjusted
     * for estimated sensitivity and specificity, Preventive Veterinary Medicine 113, 2014, 13–22).
     */
    public @Nullable Interval interval(Proportion judged) {
        if (!isKnown() || judged.n() == 0) {
            return null;
        }
        double z = z(ALPHA);
        double z2 = z * z;
        double n = judged.units() + z2;
        double seen = (judged.share() * judged.units() + z2 / 2) / n;
        double right = (sensitivity.seen() + 1) / (sensitivity.n() + 2.0);
        double denied = (specificity.seen() + 1) / (specificity.n() + 2.0);
        double youden = right + denied - 1;
        double share = Math.clamp((seen + denied - 1) / youden, 0.0, 1.0);
        double ofRight = right * (1 - right) / (sensitivity.n() + 2);
        double ofDenied = denied * (1 - denied) / (specificity.n() + 2);
        double shift = 2 * z2 * (share * ofRight - (1 - share) * ofDenied);
        double variance = seen * (1 - seen) / n + share * share * ofRight + (1 - share) * (1 - share) * ofDenied;
        double half = z * Math.sqrt(variance) / youden;
        return new Interval(Math.clamp(share + shift - half, 0.0, 1.0), Math.clamp(share + shift + half, 0.0, 1.0));
    }

    /** How far the true shares lie apart, changed minus unchanged; null when the judge is not known. */
    public @Nullable Double difference(Proportion changed, Proportion unchanged) {
        return isKnown() ? Math.clamp((changed.share() - unchanged.share()) / youden(), -1.0, 1.0) : null;
    }

    /**
     * Its interval, which misses in a share {@code alpha} of experiments: the ratio of the judged difference, with Newcombe's
     * limits, and of sensitivity + specificity − 1, with those of the labels, by the method of variance estimates recovery
     * (Newcombe, MOVER-R confidence intervals for ratios and products of two independently estimated quantities, Statistical
     * Methods in Medical Research 25, 2016, 1774–1778).
     */
    @Nullable
    Interval difference(Proportion changed, Proportion unchanged, double alpha) {
        if (!isKnown() || youden(alpha).low() <= 0) {
            return null;
        }
        double judged = changed.share() - unchanged.share();
        if (judged < 0) {
            return Objects.requireNonNull(difference(unchanged, changed, alpha)).negated();
        }
        Interval apart = changed.minus(unchanged, alpha);
        Interval divisor = youden(alpha);
        return new Interval(
                Math.clamp(limit(judged, apart.low(), divisor.high(), -1), -1.0, 1.0),
                Math.clamp(limit(judged, apart.high(), divisor.low(), 1), -1.0, 1.0));
    }

    private double limit(double judged, double end, double divisorsEnd, int side) {
        double youden = youden();
        double product = judged * youden;
        double other = divisorsEnd * (2 * youden - divisorsEnd);
        if (other <= 0) {
            return side;
        }
        double root = Math.sqrt(Math.max(0, product * product - end * (2 * judged - end) * other));
        return (product + side * root) / other;
    }

    private double youden() {
        return sensitivity.share() + specificity.share() - 1;
    }

    private Interval youden(double alpha) {
        Interval right = sensitivity.wilson(z(alpha));
        Interval denied = specificity.wilson(z(alpha));
        return new Interval(
                youden() - Math.hypot(sensitivity.share() - right.low(), specificity.share() - denied.low()),
                youden() + Math.hypot(right.high() - sensitivity.share(), denied.high() - specificity.share()));
    }

    private static double z(double alpha) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability(alpha / 2);
    }
}
