package io.synthforce.api.export;

import java.math.BigDecimal;

/** Quantities as people read them. */
final class Numbers {

    private Numbers() {}

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    static String signed(BigDecimal value) {
        return (value.signum() > 0 ? "+" : "") + plain(value);
    }
}
