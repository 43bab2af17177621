package io.synthforce.workflows.comparison;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/** Critical values that hold for several comparisons at once, however they depend on each other. */
final class Bonferroni {

    private Bonferroni() {}

    static double critical(List<Contrast> contrasts, double alpha) {
        double df = contrasts.stream().mapToDouble(Contrast::df).min().orElseThrow();
        return TDistribution.of(df).inverseCumulativeProbability(1 - alpha / (2 * contrasts.size()));
    }
}
