package io.synthforce.api.turn;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.turn.Turns;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows turns as they were answered. */
@RestController
@ApiRole
@Tag(name = "Turns")
final class TurnsController {

    private final Simulations simulations;
    private final Turns turns;
    private final PlayedTurns played;
    private final PendingTurns pending;

    TurnsController(Simulations simulations, Turns turns, PlayedTurns played, PendingTurns pending) {
        this.simulations = simulations;
        this.turns = turns;
        this.played = played;
        this.pending = pending;
    }

    /** A page of turns, in the order in which they were played. */
    @Schema(name = "TurnList")
    record ListAnswer(
            List<TurnAnswer> turns,

            @Schema(description = "How many were played in all")
            long total) {}

    @GetMapping("/simulations/{session_id}/turns")
    @Operation(operationId = "list_turns", summary = "The turns of a simulation, each as it was answered")
    ListAnswer list(
            @PathVariable("session_id") UUID sessionId,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
            @RequestParam(defaultValue = "0") @Min(0) int offset) {
        SimulationRow simulation = require(sessionId);
        return new ListAnswer(played.page(simulation, limit, offset), turns.countPlayed(sessionId));
    }

    @GetMapping("/simulations/{session_id}/turns/{turn}")
    @Operation(
            operationId = "get_turn",
            summary = "One turn as it was answered",
            description =
                    "While it is being played or waits for those before it: status in_progress, with empty lists.")
    TurnAnswer get(@PathVariable("session_id") UUID sessionId, @PathVariable("turn") @Min(1) int turn) {
        SimulationRow simulation = require(sessionId);
        return played.find(simulation, turn).orElseGet(() -> {
            if (pending.isExpected(simulation, turn)) {
                return PendingTurns.answer(simulation, turn);
            }
            throw new UnknownTurn(turn);
        });
    }

    private SimulationRow require(UUID simulation) {
        return simulations.find(simulation).orElseThrow(() -> new UnknownSimulation(simulation));
    }
}
