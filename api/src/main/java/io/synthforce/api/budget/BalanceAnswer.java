package io.synthforce.api.budget;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.workflows.budget.Amount;
import io.synthforce.workflows.budget.Balance;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a budget, which a simulation shares with everything that was forked from the same beginning.
 *
 * @param root whose budget it is
 * @param spent billed, or reserved for requests whose outcome is not known
 * @param reserved for turns under way, as far as they have not spent it
 * @param nextTurn the worst case of the simulation's next turn, for which there has to be room before it begins
 * @param covered whether there is room for it
 */
@Schema(name = "BudgetBalance")
public record BalanceAnswer(
        UUID root,
        @Nullable Long maxTokens,
        @Nullable BigDecimal maxUsd,
        Sum spent,
        Sum reserved,
        @Nullable Long tokensLeft,
        @Nullable BigDecimal usdLeft,
        Sum nextTurn,
        boolean covered) {

    /** @param usd null when a price is not known */
    @Schema(name = "BudgetSum")
    public record Sum(long tokens, @Nullable BigDecimal usd) {

        public static Sum of(Amount amount) {
            return new Sum(
                    amount.tokens(), amount.usd() == null ? null : amount.usd().stripTrailingZeros());
        }
    }

    static BalanceAnswer of(UUID root, Balance balance, Amount next) {
        return new BalanceAnswer(
                root,
                balance.budget().maxTokens(),
                balance.budget().maxUsd(),
                Sum.of(balance.spent()),
                Sum.of(balance.reserved()),
                balance.tokensLeft(),
                balance.usdLeft(),
                Sum.of(next),
                balance.covers(next));
    }
}
