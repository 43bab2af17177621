package io.synthforce.api.budget;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.budget.Budgets;
import io.synthforce.store.budget.Budgets.Put;
import io.synthforce.store.budget.KnownTerms;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Sets, raises and lowers budgets. What waits for one goes on. */
@RestController
@ApiRole
@Tag(name = "Simulations")
final class BudgetController {

    private final Simulations simulations;
    private final Budgets budgets;
    private final KnownTerms terms;
    private final Balances balances;
    private final ReleasedPlays released;

    BudgetController(
            Simulations simulations, Budgets budgets, KnownTerms terms, Balances balances, ReleasedPlays released) {
        this.simulations = simulations;
        this.budgets = budgets;
        this.terms = terms;
        this.balances = balances;
        this.released = released;
    }

    @PutMapping("/simulations/{session_id}/budget")
    @Operation(
            operationId = "set_budget",
            summary = "Set, raise or lower what a simulation may spend",
            description =
                    "A hard cap on everything that was forked from the same beginning together, whichever of it is named."
                            + " It replaces the one there was: what is left out is not capped. Before a turn begins its"
                            + " worst case must fit; a play that waits for that goes on by itself when it does.")
    BalanceAnswer put(@PathVariable("session_id") UUID sessionId, @Valid @RequestBody BudgetRequest request) {
        SimulationRow simulation = simulations.find(sessionId).orElseThrow(() -> new UnknownSimulation(sessionId));
        List<String> unpriced = terms.find()
                .map(known -> known.unpriced(simulation.scenario().cast()))
                .orElse(List.of());
        return switch (budgets.put(sessionId, request.checked("body", unpriced))) {
            case Put.Done done -> {
                released.ring(done.released());
                yield balances.of(simulation, done.balance());
            }
            case Put.TooLow low -> throw new BudgetTooLow(low.balance());
            case Put.Unknown _ -> throw new UnknownSimulation(sessionId);
        };
    }
}
