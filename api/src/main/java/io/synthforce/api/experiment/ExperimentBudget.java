package io.synthforce.api.experiment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.budget.BalanceAnswer.Sum;
import io.synthforce.workflows.budget.Balance;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the budget of a what-if's own, which caps its branches beside the budget of the simulation.
 *
 * @param spent billed, or reserved for requests whose outcome is not known
 * @param reserved for turns under way, as far as they have not spent it
 */
@Schema(name = "ExperimentBudget")
record ExperimentBudget(
        @Nullable Long maxTokens,
        @Nullable BigDecimal maxUsd,
        Sum spent,
        Sum reserved,
        @Nullable Long tokensLeft,
        @Nullable BigDecimal usdLeft) {

    static ExperimentBudget of(Balance balance) {
        return new ExperimentBudget(
                balance.budget().maxTokens(),
                balance.budget().maxUsd(),
                Sum.of(balance.spent()),
                Sum.of(balance.reserved()),
                balance.tokensLeft(),
                balance.usdLeft());
    }
}
