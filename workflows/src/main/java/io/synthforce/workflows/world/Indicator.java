package io.synthforce.workflows.world;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number of the simulated world.
 *
 * @param start its value at turn 0, unless it is uncertain or worked out
 * @param min lowest possible value, or null when unbounded below
 * @param max highest possible value, or null when unbounded above
 * @param ruinAt reaching this value ruins the company (falling to it where up is good, rising to it where down is), or
 *     null when it cannot
 * @param startRange what its value at turn 0 is drawn from, or null when it is known
 * @param formula what it is worked out of at any time, or null when it is changed by causes
 * @param ruinEnds whether its ruin ends the simulation; else it is marked
 * @param internal whether nobody outside learns of it, so that no outside actor can act on it
 */
public record Indicator(
        String id,
        String name,
        String unit,
        Direction direction,
        BigDecimal start,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable BigDecimal ruinAt,
        @Nullable Range startRange,
        @Nullable Formula formula,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean ruinEnds,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean internal) {

    /** Which way is good. */
    public enum Direction {
        UP,
        DOWN
    }

    public Indicator(
            String id,
            String name,
            String unit,
            Direction direction,
            BigDecimal start,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable BigDecimal ruinAt) {
        this(id, name, unit, direction, start, min, max, ruinAt, null, null, false, false);
    }

    public BigDecimal clamp(BigDecimal value) {
        BigDecimal bounded = value.max(min == null ? Quantity.LARGEST.negate() : min);
        return Quantity.exact(bounded.min(max == null ? Quantity.LARGEST : max));
    }

    public boolean isRuinedBy(BigDecimal value) {
        if (ruinAt == null) {
            return false;
        }
        return switch (direction) {
            case UP -> value.compareTo(ruinAt) <= 0;
            case DOWN -> value.compareTo(ruinAt) >= 0;
        };
    }

    public boolean derived() {
        return formula != null;
    }

    /** What its uncertain start is recorded under. */
    public String stream() {
        return "start/" + id;
    }

    /** Its value at turn 0, before anything is worked out of others. */
    public BigDecimal startBy(Draws draws) {
        return clamp(startRange == null ? start : draws.value(0, stream(), startRange));
    }
}
