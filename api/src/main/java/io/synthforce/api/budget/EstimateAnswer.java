package io.synthforce.api.budget;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.workflows.budget.Estimate;
import io.synthforce.workflows.budget.Terms.Limits;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request will take, as ranges that hold while the assumptions do.
 *
 * @param turns that are played, over all branches
 * @param requests to the model
 * @param tokens of prompts and completions together
 * @param usd null when a price is not known
 * @param seconds from its beginning to its end, when nothing else uses the limits
 * @param worstTurn what a budget must leave room for before a turn begins
 * @param limits of the provider that were assumed, null when none are known
 * @param measuredCalls how many calls of this installation it is based on; 0 means on defaults
 */
@Schema(name = "Estimate")
public record EstimateAnswer(
        int turns,
        Range requests,
        Range tokens,
        @Nullable Money usd,
        Range seconds,
        WorstTurn worstTurn,
        @Nullable AssumedLimits limits,
        long measuredCalls,
        List<String> assumptions) {

    /** Both ends included. */
    @Schema(name = "EstimatedRange")
    record Range(long low, long high) {

        static Range of(Estimate.Range range) {
            return new Range(range.low(), range.high());
        }
    }

    @Schema(name = "EstimatedMoney")
    record Money(BigDecimal low, BigDecimal high) {}

    /** @param usd null when a price is not known */
    @Schema(name = "WorstTurn")
    record WorstTurn(long tokens, @Nullable BigDecimal usd) {}

    /** Of one organisation and model; null where there is no such limit. */
    @Schema(name = "AssumedLimits")
    record AssumedLimits(
            @Nullable Long requestsPerMinute,
            @Nullable Long requestsPerDay,
            @Nullable Long tokensPerMinute,
            @Nullable Long tokensPerDay,
            String source) {

        static AssumedLimits of(Limits limits) {
            return new AssumedLimits(
                    limits.requestsPerMinute(),
                    limits.requestsPerDay(),
                    limits.tokensPerMinute(),
                    limits.tokensPerDay(),
                    limits.source());
        }
    }

    public static EstimateAnswer of(Estimate estimate) {
        Estimate.Money usd = estimate.usd();
        return new EstimateAnswer(
                estimate.turns(),
                Range.of(estimate.requests()),
                Range.of(estimate.tokens()),
                usd == null ? null : new Money(usd.low(), usd.high()),
                Range.of(estimate.seconds()),
                new WorstTurn(
                        estimate.worstTurn().tokens(), estimate.worstTurn().usd()),
                estimate.limits() == null ? null : AssumedLimits.of(estimate.limits()),
                estimate.measured(),
                estimate.assumptions());
    }
}
