package io.synthforce.workflows.world;

import java.math.BigDecimal;

/**
 * What goes on by itself every turn: {@code target += constant + rate × source}, e.g. burn, churn or revenue.
 *
 * @param source the indicator the rate applies to
 */
public record Dynamic(String id, String target, BigDecimal constant, BigDecimal rate, String source) {

    public BigDecimal change(BigDecimal sourceValue) {
        return Quantity.exact(constant.add(rate.multiply(sourceValue)));
    }
}
