package io.synthforce.api.cost;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.budget.BalanceAnswer;
import io.synthforce.api.budget.EstimateAnswer;
import io.synthforce.store.call.Cost;
import io.synthforce.store.call.Costs;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation cost so far, without its branches; {@code tree} is everything forked from the same beginning.
 *
 * @param branches everything forked from the same beginning one by one, what was deleted too
 * @param budget what may be spent on all of it, null when that is not capped
 * @param estimate what was expected at the start for all its turns, null for branches and when none could be made
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
        Sum tree,
        List<SimulationSum> branches,
        @Nullable BalanceAnswer budget,
        @Nullable EstimateAnswer estimate) {

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
     * @param scripted requests that a script answered, at no cost
     * @param outcomes how they ended: recorded, lost to another reply, unusable, refused, broken, unknown or still open
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
            int unpriced,
            int scripted,

            @Schema(example = "{\"recorded\": 11, \"unknown\": 1}")
            Map<String, Integer> outcomes) {

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
                    cost.unpriced(),
                    cost.scripted(),
                    cost.outcomes());
        }
    }

    /** @param seat of the cast, or {@code coordinator} */
    @Schema(name = "AgentCost")
    record AgentSum(@Schema(example = "ceo") String seat, Sum cost) {}

    /** @param deleted what was spent stays */
    @Schema(name = "BranchCost")
    record SimulationSum(
            UUID sessionId, @Nullable String name, @Nullable UUID experiment, boolean deleted, Sum cost) {

        static SimulationSum of(Costs.OfSimulation one) {
            return new SimulationSum(one.simulation(), one.name(), one.experiment(), one.deleted(), Sum.of(one.cost()));
        }
    }

    @Schema(name = "TurnCost")
    record TurnSum(int turn, Sum cost) {}

    static CostAnswer of(
            UUID simulation,
            Costs.Spent spent,
            Cost tree,
            List<Costs.OfSimulation> branches,
            @Nullable BalanceAnswer budget,
            @Nullable EstimateAnswer estimate) {
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
                Sum.of(tree),
                branches.stream().map(SimulationSum::of).toList(),
                budget,
                estimate);
    }
}
