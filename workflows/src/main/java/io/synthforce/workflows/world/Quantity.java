package io.synthforce.workflows.world;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Exact arithmetic of the ledger: every quantity has four decimals, so sums of causes equal the series to the digit. */
public final class Quantity {

    public static final int SCALE = 4;
    public static final BigDecimal ZERO = of(0);

    /** No number of a ledger is further from zero, whatever its indicator's bounds. */
    public static final BigDecimal LARGEST = exact(new BigDecimal("1000000000000000"));

    private Quantity() {}

    public static BigDecimal of(double value) {
        return exact(BigDecimal.valueOf(value));
    }

    public static BigDecimal exact(BigDecimal value) {
        return value.setScale(SCALE, RoundingMode.HALF_EVEN);
    }

    public static boolean isZero(BigDecimal value) {
        return value.signum() == 0;
    }

    static boolean fits(BigDecimal value) {
        return value.abs().compareTo(LARGEST) <= 0;
    }
}
