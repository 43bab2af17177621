package io.synthforce.workflows.experiment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers for people: two decimals at most, and none where there are none. */
public final class Figures {

    private Figures() {}

    public static String plain(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    public static String signed(double value) {
        String plain = plain(value);
        return value > 0 && !plain.equals("0") ? "+" + plain : plain;
    }

    public static String runs(int count) {
        return count == 1 ? "1 run" : count + " runs";
    }
}
