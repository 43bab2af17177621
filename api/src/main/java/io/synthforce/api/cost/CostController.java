package io.synthforce.api.cost;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.call.Costs;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows what was spent. */
@RestController
@ApiRole
@Tag(name = "Simulations")
final class CostController {

    private final Simulations simulations;
    private final Costs costs;

    CostController(Simulations simulations, Costs costs) {
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
        return CostAnswer.of(sessionId, costs.of(sessionId), costs.ofTree(row.root()));
    }
}
