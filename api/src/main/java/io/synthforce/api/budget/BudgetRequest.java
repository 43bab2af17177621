package io.synthforce.api.budget;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.workflows.budget.Budget;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hard cap on what is spent; one of the two at least.
 *
 * @param maxTokens of prompts and completions together
 * @param maxUsd to the millionth
 */
@Schema(name = "Budget")
public record BudgetRequest(
        @Min(1)
        @Max(1_000_000_000_000L)
        @Schema(description = "Tokens of prompts and completions together", example = "2000000")
        @Nullable
        Long maxTokens,

        @DecimalMin("0.000001")
        @DecimalMax("1000000000")
        @Schema(description = "US dollars", example = "2.50")
        @Nullable
        BigDecimal maxUsd) {

    private static final int DIGITS = 6;

    /**
     * The budget that is meant.
     *
     * @param field where it stands in the request
     * @param unpriced models that may be asked and whose price is not known
     * @throws InvalidRequest if it caps nothing, or money although a price is not known
     */
    public Budget checked(String field, List<String> unpriced) {
        if (maxTokens == null && maxUsd == null) {
            throw new InvalidRequest(field, "missing", "Field required: max_tokens, max_usd or both");
        }
        if (maxUsd != null && !unpriced.isEmpty()) {
            throw new InvalidRequest(
                    field + ".max_usd",
                    "unpriced",
                    "Money cannot be capped, because the price of %s is not known; name it in PRICES_FILE, or cap max_tokens"
                            .formatted(String.join(", ", unpriced)));
        }
        return new Budget(
                maxTokens,
                maxUsd == null
                        ? null
                        : maxUsd.setScale(DIGITS, RoundingMode.DOWN).stripTrailingZeros());
    }

    public static @Nullable BudgetRequest of(@Nullable Budget budget) {
        return budget == null ? null : new BudgetRequest(budget.maxTokens(), budget.maxUsd());
    }
}
