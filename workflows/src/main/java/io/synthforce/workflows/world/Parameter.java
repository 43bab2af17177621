package io.synthforce.workflows.world;

import java.math.BigDecimal;

/**
 * Something nobody knows for sure, such as how price-sensitive customers are: drawn once, at turn 0 of each repeat, and
 * the same from then on. Agents are not told it.
 */
public record Parameter(String id, String description, Range value) {

    private static final String STREAM = "parameter/";

    /** What its draw is recorded under. */
    public String stream() {
        return STREAM + id;
    }

    /** Whether there is nothing to draw. */
    public boolean certain() {
        return value.low().compareTo(value.high()) == 0;
    }

    public BigDecimal drawnBy(Draws draws) {
        return certain() ? value.low() : draws.value(0, stream(), value);
    }
}
