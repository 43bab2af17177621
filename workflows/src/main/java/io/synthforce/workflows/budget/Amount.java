package io.synthforce.workflows.budget;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Tokens and what they cost.
 *
 * @param tokens of prompts and completions together
 * @param usd null when a price is not known
 */
public record Amount(long tokens, @Nullable BigDecimal usd) {

    public static final Amount NOTHING = new Amount(0, BigDecimal.ZERO);

    public Amount plus(Amount other) {
        return new Amount(tokens + other.tokens, usd == null || other.usd == null ? null : usd.add(other.usd));
    }

    public Amount times(long times) {
        return new Amount(tokens * times, usd == null ? null : usd.multiply(BigDecimal.valueOf(times)));
    }
}
