package io.synthforce.store.journal;

import static java.util.Objects.requireNonNull;

import io.synthforce.store.budget.Reservations;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.lock.LockedSimulation;
import io.synthforce.store.memory.Memories;
import io.synthforce.store.plan.Plans;
import io.synthforce.store.request.Outcomes;
import io.synthforce.store.snapshot.Snapshot;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.store.sql.Columns;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.scenario.Clock;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.simulation.SimulationActivities.Projected;
import io.synthforce.workflows.simulation.SimulationActivities.Projection;
import io.synthforce.workflows.simulation.SimulationActivities.Verdict;
import io.synthforce.workflows.simulation.Status;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a played turn onto a locked simulation, if it stands where the turn began. */
final class Projecting {

    private static final String TURN = """
            select t.state, t.request, t.events_hash,
                   cast(s.scenario -> 'settings' ->> 'enable_memory' as boolean) as remembers,
                   s.scenario -> 'clock' as clock, t.inputs -> 'speakers' as speakers
            from turns t join simulations s on s.id = t.simulation
            where t.simulation = :simulation and t.turn = :turn""";

    private static final String CLOSE_TURN = """
            update turns set state = 'played', ended_at = clock_timestamp(), events_hash = :hash
            where simulation = :simulation and turn = :turn""";

    private static final String ADVANCE = """
            update simulations set current_turn = :turn, head = :head, status = :status, updated_at = now()
            where id = :simulation""";

    private final JdbcClient jdbc;
    private final JournalRows journal;
    private final Snapshots snapshots;
    private final Outcomes outcomes;
    private final Recollection recollection;
    private final Planning planning;
    private final Reservations reservations;

    Projecting(
            JdbcClient jdbc,
            JournalRows journal,
            Snapshots snapshots,
            Memories memories,
            ModelCalls calls,
            Outcomes outcomes) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.snapshots = snapshots;
        this.outcomes = outcomes;
        this.recollection = new Recollection(calls, memories);
        this.planning = new Planning(new Plans(jdbc), calls);
        this.reservations = new Reservations(jdbc);
    }

    private record TurnFound(
            boolean taken,
            @Nullable Long request,
            @Nullable String eventsHash,
            boolean remembers,
            Clock clock,
            List<Seat> speakers) {}

    Projected project(LockedSimulation simulation, Projection projection) {
        Optional<TurnFound> found = turn(projection);
        if (found.isEmpty()) {
            return behind(simulation);
        }
        TurnFound turn = found.get();
        if (turn.eventsHash() != null) {
            return repeated(simulation, projection, turn.eventsHash());
        }
        boolean mine = turn.taken() && Long.valueOf(projection.request()).equals(turn.request());
        return mine && simulation.head() == projection.head()
                ? write(simulation, projection, turn)
                : behind(simulation);
    }

    private Projected repeated(LockedSimulation simulation, Projection projection, String eventsHash) {
        Snapshot after = snapshot(projection.simulation(), projection.turn());
        boolean sameEvents = eventsHash.equals(JournalRows.hash(projection.events()));
        return sameEvents && simulation.head() == after.head()
                ? new Projected(Verdict.DONE, simulation.status(), after.head(), after.state())
                : behind(simulation);
    }

    private Projected write(LockedSimulation simulation, Projection projection, TurnFound found) {
        UUID id = simulation.id();
        int turn = projection.turn();
        SimulationState state = snapshot(id, turn - 1).state().fold(projection.events());
        long head = journal.append(id, projection.head(), turn, projection.events());
        if (found.remembers()) {
            recollection.write(id, turn, projection.head(), projection.events(), found.speakers());
        }
        planning.write(id, turn, found.clock().dateOf(turn), projection.events());
        snapshots.write(id, turn, head, state);
        close(projection);
        boolean over = turn >= simulation.maxTurns() || state.ending() != null;
        Status status = over ? Status.COMPLETED : simulation.status();
        jdbc.sql(ADVANCE)
                .param("simulation", id)
                .param("turn", turn)
                .param("head", head)
                .param("status", Columns.word(status))
                .update();
        reservations.release(id);
        return new Projected(Verdict.DONE, status, head, state);
    }

    private void close(Projection projection) {
        jdbc.sql(CLOSE_TURN)
                .param("simulation", projection.simulation())
                .param("turn", projection.turn())
                .param("hash", JournalRows.hash(projection.events()))
                .update();
        outcomes.played(projection.request(), projection.turn());
    }

    private Snapshot snapshot(UUID simulation, int turn) {
        return snapshots
                .find(simulation, turn)
                .orElseThrow(() -> new IllegalStateException(
                        "Simulation %s has no snapshot of turn %d".formatted(simulation, turn)));
    }

    private Optional<TurnFound> turn(Projection projection) {
        return jdbc.sql(TURN)
                .param("simulation", projection.simulation())
                .param("turn", projection.turn())
                .query((row, _) -> new TurnFound(
                        requireNonNull(row.getString("state")).equals("taken"),
                        Columns.longOrNull(row, "request"),
                        row.getString("events_hash"),
                        row.getBoolean("remembers"),
                        Columns.json(row, "clock", Clock.class),
                        List.of(Columns.json(row, "speakers", Seat[].class))))
                .optional();
    }

    private static Projected behind(LockedSimulation simulation) {
        return new Projected(Verdict.BEHIND, simulation.status(), simulation.head(), null);
    }
}
