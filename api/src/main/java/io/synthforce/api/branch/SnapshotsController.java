package io.synthforce.api.branch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.snapshot.Snapshots;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the state after each turn, from which a simulation can be forked. */
@RestController
@ApiRole
@Tag(name = "Branches")
final class SnapshotsController {

    private final Simulations simulations;
    private final Snapshots snapshots;

    SnapshotsController(Simulations simulations, Snapshots snapshots) {
        this.simulations = simulations;
        this.snapshots = snapshots;
    }

    /** A page of snapshots, in order of turns. */
    @Schema(name = "SnapshotList")
    record ListAnswer(
            List<SnapshotAnswer> snapshots,

            @Schema(description = "How many there are in all; the first is of turn 0, before anything was played")
            int total) {}

    @GetMapping("/simulations/{session_id}/snapshots")
    @Operation(operationId = "list_snapshots", summary = "The state after each turn, from turn 0 on")
    ListAnswer list(
            @PathVariable("session_id") UUID sessionId,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
            @RequestParam(defaultValue = "0") @Min(0) int offset) {
        SimulationRow simulation = require(sessionId);
        List<SnapshotAnswer> page = snapshots.page(sessionId, limit, offset).stream()
                .map(snapshot -> SnapshotAnswer.of(sessionId, snapshot))
                .toList();
        return new ListAnswer(page, simulation.currentTurn() + 1);
    }

    @GetMapping("/simulations/{session_id}/snapshots/{turn}")
    @Operation(operationId = "get_snapshot", summary = "The state after a turn; 0 is before the first")
    SnapshotAnswer get(@PathVariable("session_id") UUID sessionId, @PathVariable("turn") @Min(0) int turn) {
        require(sessionId);
        return snapshots
                .seen(sessionId, turn)
                .map(snapshot -> SnapshotAnswer.of(sessionId, snapshot))
                .orElseThrow(() -> new UnknownSnapshot(turn));
    }

    private SimulationRow require(UUID simulation) {
        return simulations.find(simulation).orElseThrow(() -> new UnknownSimulation(simulation));
    }
}
