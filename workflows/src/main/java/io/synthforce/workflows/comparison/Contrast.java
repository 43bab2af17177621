package io.synthforce.workflows.comparison;

import java.util.ArrayList;
import java.util.List;

/**
 * The difference of two means, with what its interval needs.
 *
 * @param error standard error
 * @param df degrees of freedom
 * @param shared the part of the variance that other contrasts with the same control share, 0 to 1
 */
record Contrast(double difference, double error, double df, double shared) {

    /** Welch, with the degrees of freedom of Satterthwaite. */
    static Contrast welch(Sample changed, Sample control) {
        double one = changed.error();
        double two = control.error();
        double sum = one + two;
        double df = sum * sum / (one * one / (changed.n() - 1) + two * two / (control.n() - 1));
        return new Contrast(changed.mean() - control.mean(), Math.sqrt(sum), df, sum == 0 ? 0 : two / sum);
    }

    /** Paired; values in the same places belong together. */
    static Contrast paired(Sample changed, Sample control) {
        Sample differences = differences(changed, control);
        return new Contrast(differences.mean(), Math.sqrt(differences.error()), differences.n() - 1.0, 0);
    }

    static Sample differences(Sample changed, Sample control) {
        if (changed.n() != control.n()) {
            throw new IllegalArgumentException("Pairs need as many values on both sides");
        }
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < changed.n(); i++) {
            differences.add(changed.values().get(i) - control.values().get(i));
        }
        return new Sample(differences);
    }

    Interval interval(double critical) {
        return Interval.around(difference, critical * error);
    }
}
