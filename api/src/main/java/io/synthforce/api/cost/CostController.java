package io.synthforce.api.cost;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.access.Owner;
import io.synthforce.api.budget.Balances;
import io.synthforce.api.budget.EstimateAnswer;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.budget.Budgets;
import io.synthforce.store.call.Costs;
import io.synthforce.store.call.Costs.Period;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what was spent. */
@RestController
@ApiRole
@Tag(name = "Simulations")
final class CostController {

    private final Simulations simulations;
    private final Costs costs;
    private final Budgets budgets;
    private final Balances balances;

    CostController(Simulations simulations, Costs costs, Budgets budgets, Balances balances) {
        this.budgets = budgets;
        this.balances = balances;
        this.simulations = simulations;
        this.costs = costs;
    }

    @GetMapping("/simulations/{session_id}/cost")
    @Operation(
            operationId = "get_cost",
            summary = "What a simulation cost so far, by agent and turn",
            description =
                    "Every request that was sent counts, also those that failed. What the provider did not tell is"
                            + " shown apart, at what was reserved for it.")
    CostAnswer cost(@PathVariable("session_id") UUID sessionId) {
        SimulationRow row = simulations.find(sessionId).orElseThrow(() -> new UnknownSimulation(sessionId));
        return CostAnswer.of(
                sessionId,
                costs.of(sessionId),
                costs.ofTree(row.root()),
                costs.branches(row.root()),
                balances.of(row).orElse(null),
                budgets.estimate(sessionId).map(EstimateAnswer::of).orElse(null));
    }

    /** What an owner spent in a time. */
    @Schema(name = "OwnerCosts")
    record OwnerAnswer(
            @Schema(example = "USD") String currency,
            CostAnswer.Sum sum,
            List<CostAnswer.SimulationSum> simulations,

            @Schema(description = "How many simulations there are in all")
            long total) {}

    @GetMapping("/costs")
    @Operation(
            operationId = "get_costs",
            summary = "What the caller's simulations cost, one by one and together",
            description =
                    "Those that were deleted are among them. from and until are times of the requests to the model;"
                            + " until is not included.")
    OwnerAnswer costs(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(defaultValue = "0") @Min(0) int offset) {
        Period period = new Period(from, until);
        return new OwnerAnswer(
                "USD",
                CostAnswer.Sum.of(costs.ofOwner(Owner.ANONYMOUS, period)),
                costs.ofOwner(Owner.ANONYMOUS, period, limit, offset).stream()
                        .map(CostAnswer.SimulationSum::of)
                        .toList(),
                costs.countOfOwner(Owner.ANONYMOUS, period));
    }
}
