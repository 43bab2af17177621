package io.synthforce.workflows.world;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Probabilities that may follow from the numbers of the world. */
final class Chances {

    private Chances() {}

    /** @return from 0 to 1; 0 when the formula has no value */
    static double of(double plain, @Nullable Formula formula, Function<String, BigDecimal> numbers) {
        return formula == null
                ? plain
                : formula.value(numbers)
                        .map(value -> Math.clamp(value.doubleValue(), 0.0, 1.0))
                        .orElse(0.0);
    }
}
