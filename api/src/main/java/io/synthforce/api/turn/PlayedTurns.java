package io.synthforce.api.turn;

import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.grounding.Evidences;
import io.synthforce.store.journal.Journal;
import io.synthforce.store.journal.JournalEntry;
import io.synthforce.store.plan.Plans;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.snapshot.Snapshot;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.store.turn.TurnRow;
import io.synthforce.store.turn.Turns;
import io.synthforce.workflows.grounding.Claims;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Turns that were played, read from all the places where parts of them lie. */
@Component
@ApiRole
final class PlayedTurns {

    private final Simulations simulations;
    private final Turns turns;
    private final Journal journal;
    private final Snapshots snapshots;
    private final ModelCalls calls;
    private final Plans plans;
    private final Evidences evidences;

    PlayedTurns(
            Simulations simulations,
            Turns turns,
            Journal journal,
            Snapshots snapshots,
            ModelCalls calls,
            Plans plans,
            Evidences evidences) {
        this.simulations = simulations;
        this.turns = turns;
        this.journal = journal;
        this.snapshots = snapshots;
        this.calls = calls;
        this.plans = plans;
        this.evidences = evidences;
    }

    Optional<TurnAnswer> find(SimulationRow simulation, int turn) {
        return turns.findPlayed(simulation.id(), turn)
                .map(row -> answer(simulation, row, new Claims(evidences.upTo(simulation, turn))));
    }

    List<TurnAnswer> page(SimulationRow simulation, int limit, int offset) {
        List<TurnRow> rows = turns.played(simulation.id(), limit, offset);
        if (rows.isEmpty()) {
            return List.of();
        }
        Claims claims = new Claims(evidences.upTo(simulation, rows.getLast().turn()));
        return rows.stream().map(row -> answer(simulation, row, claims)).toList();
    }

    /** What happened before a fork is told as it was where it was played. */
    private TurnAnswer answer(SimulationRow simulation, TurnRow row, Claims claims) {
        UUID id = row.simulation();
        Scenario scenario = id.equals(simulation.id())
                ? simulation.scenario()
                : simulations
                        .find(id)
                        .orElseThrow(() -> new UnknownSimulation(id))
                        .scenario();
        return TurnAnswers.of(new PlayedTurn(
                row,
                scenario,
                journal.ofTurn(id, row.turn()).stream().map(JournalEntry::event).toList(),
                calls.ofTurn(id, row.turn()),
                calls.attempts(id, row.turn()),
                state(id, row.turn() - 1),
                state(id, row.turn()),
                plans.after(id, row.turn()),
                claims));
    }

    private SimulationState state(UUID simulation, int turn) {
        return snapshots
                .find(simulation, turn)
                .map(Snapshot::state)
                .orElseThrow(() -> new IllegalStateException(
                        "Simulation %s has no snapshot of turn %d".formatted(simulation, turn)));
    }
}
