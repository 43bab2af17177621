package io.synthforce.workflows.world;

import java.math.BigDecimal;

/** An uncertain quantity: triangular between {@code low} and {@code high} with its peak at {@code mode}. */
public record Range(BigDecimal low, BigDecimal mode, BigDecimal high) {

    public Range {
        if (low.compareTo(mode) > 0 || mode.compareTo(high) > 0) {
            throw new IllegalArgumentException(
                    "A range needs low <= mode <= high, not " + low + ", " + mode + ", " + high);
        }
        low = Quantity.exact(low);
        mode = Quantity.exact(mode);
        high = Quantity.exact(high);
    }

    public static Range of(double low, double mode, double high) {
        return new Range(Quantity.of(low), Quantity.of(mode), Quantity.of(high));
    }

    /** The value below which a share {@code u} of the triangular distribution lies (its inverse distribution function). */
    BigDecimal at(double u) {
        double a = low.doubleValue();
        double c = mode.doubleValue();
        double b = high.doubleValue();
        if (a == b) {
            return low;
        }
        double turning = (c - a) / (b - a);
        double value = u < turning ? a + Math.sqrt(u * (b - a) * (c - a)) : b - Math.sqrt((1 - u) * (b - a) * (b - c));
        return Quantity.of(value);
    }
}
