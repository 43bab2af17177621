package io.synthforce.workflows.comparison;

import java.util.List;
import java.util.stream.IntStream;

/** Numbers from independent runs. */
public record Sample(List<Double> values) {

    public Sample {
        values = List.copyOf(values);
    }

    public int n() {
        return values.size();
    }

    /** So many of them, taken at equal distances. */
    Sample spread(int count) {
        return new Sample(IntStream.range(0, count)
                .mapToObj(i -> values.get(i * n() / count))
                .toList());
    }

    /** NaN without values. */
    public double mean() {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** Unbiased; 0 for fewer than two values. */
    public double variance() {
        if (n() < 2) {
            return 0;
        }
        double mean = mean();
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return squares / (n() - 1);
    }

    /** Whether all are the same number. */
    public boolean isConstant() {
        return values.stream().distinct().count() <= 1;
    }

    /** Variance of the mean. */
    double error() {
        return variance() / n();
    }
}
