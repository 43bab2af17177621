package io.synthforce.api.ledger;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.journal.Journal;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.snapshot.Snapshot;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.workflows.journal.SimulationState;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the numbers of a simulated world, turn by turn, each with its causes. */
@RestController
@ApiRole
@Tag(name = "World")
final class LedgerController {

    private static final List<String> CHANGES = List.of("indicator_changed");

    private final Simulations simulations;
    private final Snapshots snapshots;
    private final Journal journal;

    LedgerController(Simulations simulations, Snapshots snapshots, Journal journal) {
        this.simulations = simulations;
        this.snapshots = snapshots;
        this.journal = journal;
    }

    @GetMapping("/simulations/{session_id}/ledger")
    @Operation(
            operationId = "get_ledger",
            summary = "The numbers of the world over the turns, and why they changed",
            description = "The sum of the changes of a turn is the difference it made. Turns before a fork are those of"
                    + " its ancestors.")
    LedgerAnswer get(
            @PathVariable("session_id") UUID sessionId,
            @Parameter(description = "The first turn; 0 is the beginning")
                    @RequestParam(name = "from_turn", defaultValue = "0")
                    @Min(0)
                    @Max(500)
                    int from,
            @Parameter(description = "How many turns at most") @RequestParam(defaultValue = "100") @Min(1) @Max(500)
                    int limit) {
        SimulationRow simulation = simulations.find(sessionId).orElseThrow(() -> new UnknownSimulation(sessionId));
        int current = simulation.currentTurn();
        if (from > current) {
            throw new InvalidRequest(
                    "query.from_turn", "less_than_equal", "Input should be less than or equal to " + current);
        }
        int to = Math.min(current, from + limit - 1);
        return new Ledgers(simulation, from, to)
                .answer(journal.seen(sessionId, from, to, CHANGES), state(sessionId, to), state(sessionId, current));
    }

    private SimulationState state(UUID simulation, int turn) {
        return snapshots
                .seen(simulation, turn)
                .map(Snapshot::state)
                .orElseThrow(() -> new UnknownSimulation(simulation));
    }
}
