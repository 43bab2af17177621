package io.synthforce.workflows.budget;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a budget.
 *
 * @param spent what was billed, and what was reserved for requests whose outcome nobody told
 * @param reserved for turns under way, as far as they have not spent it
 */
public record Balance(Budget budget, Amount spent, Amount reserved) {

    /** Whether so much more may be reserved. */
    public boolean covers(Amount more) {
        return budget.covers(spent.plus(reserved).plus(more));
    }

    /** Null without a cap on tokens. */
    public @Nullable Long tokensLeft() {
        Long most = budget.maxTokens();
        return most == null ? null : Math.max(0, most - spent.tokens() - reserved.tokens());
    }

    /** Null without a cap on money, or when it is not known what was spent. */
    public @Nullable BigDecimal usdLeft() {
        BigDecimal most = budget.maxUsd();
        BigDecimal gone = spent.plus(reserved).usd();
        return most == null || gone == null ? null : most.subtract(gone).max(BigDecimal.ZERO);
    }
}
