package io.synthforce.workflows.world;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number passes a threshold within a turn.
 *
 * @param above passed from at or below it to more, or null
 * @param below passed from at or above it to less, or null
 */
public record Crossing(
        String indicator,
        @Nullable BigDecimal above,
        @Nullable BigDecimal below) {

    public boolean happens(BigDecimal before, BigDecimal after) {
        boolean rises = above != null && before.compareTo(above) <= 0 && after.compareTo(above) > 0;
        boolean falls = below != null && before.compareTo(below) >= 0 && after.compareTo(below) < 0;
        return rises || falls;
    }
}
