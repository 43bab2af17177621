package io.synthforce.workflows.world;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an action, event or response does to an indicator.
 *
 * @param amount drawn once, when it is caused
 * @param after turns until it begins; 0 means at once
 * @param ramp over how many turns it arrives in equal parts, at least 1
 * @param lasts turns after which what arrived is taken back, or 0 when it stays
 * @param scale what the drawn amount is multiplied by as the numbers stand when it is caused, or null
 */
public record Effect(
        String indicator,
        Range amount,
        int after,
        int ramp,
        int lasts,
        @Nullable Formula scale) {

    public Effect {
        if (after < 0 || ramp < 1 || lasts < 0) {
            throw new IllegalArgumentException("An effect needs after >= 0, ramp >= 1 and lasts >= 0");
        }
    }

    public Effect(String indicator, Range amount, int after, int ramp, int lasts) {
        this(indicator, amount, after, ramp, lasts, null);
    }

    /** The drawn amount in its scale; nothing when that has no value. */
    public BigDecimal scaled(BigDecimal drawn, Function<String, BigDecimal> numbers) {
        return scale == null
                ? drawn
                : Quantity.exact(scale.value(numbers)
                        .map(drawn::multiply)
                        .filter(Quantity::fits)
                        .orElse(Quantity.ZERO));
    }

    /** The most of its parts that can be under way at once when it is caused in every turn. */
    int mostPending() {
        return ramp * (after + ramp + lasts);
    }
}
