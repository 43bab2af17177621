package io.synthforce.store.call;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What requests came to.
 *
 * @param requests that were sent, whatever became of them
 * @param replies that were recorded
 * @param usd what was taken for certain
 * @param openUsd what was reserved for requests whose outcome nobody told: they may have been billed, at most at this
 * @param openTokens the tokens of those
 * @param unpriced requests to models whose price is not known; their cost is in neither sum
 * @param scripted requests that a script answered, at no cost
 * @param outcomes how the requests ended, by state; {@code unknown} when nobody could tell
 */
public record Cost(
        int requests,
        int replies,
        long promptTokens,
        long cachedTokens,
        long completionTokens,
        long reasoningTokens,
        BigDecimal usd,
        BigDecimal openUsd,
        long openTokens,
        int unpriced,
        int scripted,
        Map<String, Integer> outcomes) {}
