package io.synthforce.workflows.budget;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A hard cap on what a simulation may spend, with everything that is forked from it.
 *
 * @param maxTokens of prompts and completions together, null for no cap
 * @param maxUsd null for no cap
 */
public record Budget(@Nullable Long maxTokens, @Nullable BigDecimal maxUsd) {

    /** Money that is not known covers nothing. */
    public boolean covers(Amount amount) {
        BigDecimal usd = amount.usd();
        return (maxTokens == null || amount.tokens() <= maxTokens)
                && (maxUsd == null || usd != null && usd.compareTo(maxUsd) <= 0);
    }
}
