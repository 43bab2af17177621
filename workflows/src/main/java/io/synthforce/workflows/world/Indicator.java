package io.synthforce.workflows.world;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number of the simulated world.
 *
 * @param min lowest possible value, or null when unbounded below
 * @param max highest possible value, or null when unbounded above
 * @param ruinAt reaching this value (from above) ruins the company, or null when it cannot
 */
public record Indicator(
        String id,
        String name,
        String unit,
        Direction direction,
        BigDecimal start,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable BigDecimal ruinAt) {

    /** Which way is good. */
    public enum Direction {
        UP,
        DOWN
    }

    public BigDecimal clamp(BigDecimal value) {
        BigDecimal bounded = min != null && value.compareTo(min) < 0 ? min : value;
        bounded = max != null && bounded.compareTo(max) > 0 ? max : bounded;
        return Quantity.exact(bounded);
    }

    public boolean isRuinedBy(BigDecimal value) {
        return ruinAt != null && value.compareTo(ruinAt) <= 0;
    }
}
