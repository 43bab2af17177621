package io.synthforce.api.quality;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.quality.Panel;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows whether a run is worth believing. */
@RestController
@ApiRole
@Tag(name = "Simulations")
final class QualityController {

    private final Simulations simulations;
    private final ModelCalls calls;
    private final Runs runs;

    QualityController(Simulations simulations, ModelCalls calls, Runs runs) {
        this.simulations = simulations;
        this.calls = calls;
        this.runs = runs;
    }

    @GetMapping("/simulations/{session_id}/quality")
    @Operation(
            operationId = "get_quality",
            summary = "Whether a run is worth believing: measures of the talk, a label and advice",
            description = "Of the turns asked for, all by default. A bad run is labelled bad; a sound one may still be"
                    + " wrong.")
    QualityAnswer quality(
            @PathVariable("session_id") UUID sessionId,
            @RequestParam(name = "from_turn", defaultValue = "1") @Min(1) int fromTurn,
            @RequestParam(name = "to_turn", required = false) @Min(1) @Nullable Integer toTurn) {
        SimulationRow simulation = simulations.find(sessionId).orElseThrow(() -> new UnknownSimulation(sessionId));
        int last = toTurn == null ? simulation.currentTurn() : Math.min(toTurn, simulation.currentTurn());
        return QualityAnswer.of(
                sessionId,
                fromTurn,
                last,
                calls.scripted(sessionId, last),
                Panel.of(runs.of(simulation, fromTurn, last)));
    }
}
