package io.synthforce.workflows.budget;

import java.math.BigDecimal;

/**
 * What a token costs, in USD.
 *
 * @param cached of the prompt, where it was served from the provider's cache
 * @param completion reasoning included
 */
public record Price(BigDecimal prompt, BigDecimal cached, BigDecimal completion) {

    public static final Price NOTHING = new Price(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    private static final int PER_MILLION = 6;

    /** As providers publish prices: USD per million tokens. */
    public static Price perMillion(BigDecimal prompt, BigDecimal cached, BigDecimal completion) {
        return new Price(
                prompt.movePointLeft(PER_MILLION),
                cached.movePointLeft(PER_MILLION),
                completion.movePointLeft(PER_MILLION));
    }

    /** Exact: (prompt − cached)·in + cached·cacheRead + completion·out. */
    public BigDecimal of(long promptTokens, long cachedTokens, long completionTokens) {
        var read = Math.min(cachedTokens, promptTokens);
        return prompt.multiply(BigDecimal.valueOf(promptTokens - read))
                .add(cached.multiply(BigDecimal.valueOf(read)))
                .add(completion.multiply(BigDecimal.valueOf(completionTokens)));
    }
}
