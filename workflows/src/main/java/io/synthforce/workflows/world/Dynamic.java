package io.synthforce.workflows.world;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What goes on by itself every turn: {@code target += constant + rate × source}, e.g. burn, churn or revenue; or
 * {@code target += formula}.
 *
 * @param source the indicator the rate applies to
 * @param description in words, or null to go by the id
 * @param rateOf the parameter that is the rate, instead of {@code rate}, or null
 * @param formula the change, instead of constant and rate, or null
 */
public record Dynamic(
        String id,
        String target,
        BigDecimal constant,
        BigDecimal rate,
        String source,
        @Nullable String description,
        @Nullable String rateOf,
        @Nullable Formula formula) {

    public Dynamic(String id, String target, BigDecimal constant, BigDecimal rate, String source) {
        this(id, target, constant, rate, source, null, null, null);
    }

    /** By how much it changes its target as the numbers stand; nothing when its formula has no value. */
    public BigDecimal change(Function<String, BigDecimal> numbers) {
        if (formula != null) {
            return Quantity.exact(formula.value(numbers).orElse(Quantity.ZERO));
        }
        BigDecimal factor = rateOf == null ? rate : numbers.apply(rateOf);
        return Quantity.exact(constant.add(factor.multiply(numbers.apply(source))));
    }

    /** The indicators and parameters it looks at. */
    public List<String> names() {
        return formula == null
                ? Stream.concat(Stream.of(source), Stream.ofNullable(rateOf)).toList()
                : formula.names();
    }

    public Dynamic withConstant(BigDecimal other) {
        return new Dynamic(id, target, other, rate, source, description, rateOf, null);
    }

    public Dynamic withRate(BigDecimal other) {
        return new Dynamic(id, target, constant, other, source, description, null, null);
    }
}
