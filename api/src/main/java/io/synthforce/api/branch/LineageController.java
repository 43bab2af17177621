package io.synthforce.api.branch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.lineage.Lineages;
import io.synthforce.store.lineage.Relative;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows who was forked from whom. */
@RestController
@ApiRole
@Tag(name = "Branches")
final class LineageController {

    private final Simulations simulations;
    private final Lineages lineages;

    LineageController(Simulations simulations, Lineages lineages) {
        this.simulations = simulations;
        this.lineages = lineages;
    }

    @GetMapping("/simulations/{session_id}/lineage")
    @Operation(
            operationId = "get_lineage",
            summary = "The whole tree a simulation belongs to",
            description = "From the simulation everything was forked from down to every branch, wherever one stands.")
    LineageAnswer lineage(
            @PathVariable("session_id") UUID sessionId,
            @Parameter(
                            description =
                                    "false leaves branches of experiments out, but for those that something else hangs on")
                    @RequestParam(defaultValue = "true")
                    boolean experiments) {
        SimulationRow row = simulations.find(sessionId).orElseThrow(() -> new UnknownSimulation(sessionId));
        List<Relative> tree = experiments ? lineages.tree(row.root()) : lineages.treeByHand(row.root(), sessionId);
        return new LineageAnswer(
                sessionId, row.root(), tree.stream().map(LineageAnswer.Node::of).toList());
    }
}
