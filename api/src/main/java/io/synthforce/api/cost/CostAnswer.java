package io.synthforce.api.cost;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.store.call.Cost;
import io.synthforce.store.call.Costs;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * What a simulation cost so far, without its branches; {@code tree} is everything forked from the same beginning.
 *
 * @param prices the versions of prices it was reckoned by; {@code scripted} costs nothing
 */
@Schema(name = "SimulationCost")
record CostAnswer(
        UUID sessionId,
        @Schema(example = "USD") String currency,
        @Schema(example = "[\"table 2026-08-17\"]") List<String> prices,
        Sum total,
        List<AgentSum> agents,
        List<TurnSum> turns,
        Sum tree) {

    /**
     * Requests and what they came to.
     *
     * @param requests that were sent, also those that failed
     * @param replies that were recorded
     * @param cachedTokens part of the prompt's
     * @param reasoningTokens part of the completion's
     * @param usd taken for certain
     * @param openUsd reserved for requests whose outcome is not known: billed at most at this, beside {@code usd}
     * @param openTokens the tokens of those
     * @param unpriced requests to models without a known price, which are in neither sum of money
     */
    @Schema(name = "CostSum")
    record Sum(
            int requests,
            int replies,
            long promptTokens,
            long cachedTokens,
            long completionTokens,
            long reasoningTokens,
            @Schema(example = "0.004215") BigDecimal usd,
            BigDecimal openUsd,
            long openTokens,
            int unpriced) {

        static Sum of(Cost cost) {
            return new Sum(
                    cost.requests(),
                    cost.replies(),
                    cost.promptTokens(),
                    cost.cachedTokens(),
                    cost.completionTokens(),
                    cost.reasoningTokens(),
                    cost.usd(),
                    cost.openUsd(),
                    cost.openTokens(),
                    cost.unpriced());
        }
    }

    /** @param seat of the cast, or {@code coordinator} */
    @Schema(name = "AgentCost")
    record AgentSum(@Schema(example = "ceo") String seat, Sum cost) {}

    @Schema(name = "TurnCost")
    record TurnSum(int turn, Sum cost) {}

    static CostAnswer of(UUID simulation, Costs.Spent spent, Cost tree) {
        return new CostAnswer(
                simulation,
                "USD",
                spent.prices(),
                Sum.of(spent.total()),
                spent.seats().entrySet().stream()
                        .map(seat -> new AgentSum(seat.getKey(), Sum.of(seat.getValue())))
                        .toList(),
                spent.turns().entrySet().stream()
                        .map(turn -> new TurnSum(turn.getKey(), Sum.of(turn.getValue())))
                        .toList(),
                Sum.of(tree));
    }
}
