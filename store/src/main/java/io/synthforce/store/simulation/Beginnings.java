package io.synthforce.store.simulation;

import io.synthforce.store.budget.Reservations;
import io.synthforce.store.journal.JournalRows;
import io.synthforce.store.simulation.Simulations.Started;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.store.sql.Storable;
import io.synthforce.workflows.journal.Beginning;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.world.Draws;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what a simulation begins with, all of it or nothing: row, first journal entry, snapshot 0 and lineage. */
final class Beginnings {

    private static final String INSERT = """
            insert into simulations (id, owner, start_key, start_hash, root, name, description, text, scenario, max_turns, head,
                                     estimate)
            values (:id, :owner, :key, :hash, :id, :name, :description, :text, cast(:scenario as jsonb), :max_turns, :head,
                    cast(:estimate as jsonb))
            on conflict (owner, start_key) do nothing
            returning %s""".formatted(SimulationRows.COLUMNS);

    private static final String FIND_KEY = """
            select %s, start_hash from simulations where owner = :owner and start_key = :key""".formatted(SimulationRows.COLUMNS);

    private static final String LINEAGE = """
            insert into lineage (simulation, ancestor, upto_seq, depth) values (:id, :id, :upto, 0)""";

    private final JdbcClient jdbc;
    private final JournalRows journal;
    private final Snapshots snapshots;
    private final Reservations reservations;

    Beginnings(JdbcClient jdbc, JournalRows journal, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.snapshots = snapshots;
        this.reservations = new Reservations(jdbc);
    }

    /** Empty when the key was used before. */
    Optional<Started> write(UUID id, String owner, String key, String bodyHash, Scenario scenario, Spending spending) {
        String json = Storable.json(scenario);
        Optional<SimulationRow> row = jdbc.sql(INSERT)
                .param("id", id)
                .param("owner", owner)
                .param("key", key)
                .param("hash", bodyHash)
                .param("name", Storable.textOrNull(scenario.name()))
                .param("description", Storable.textOrNull(scenario.description()))
                .param("text", Storable.text(scenario.text()))
                .param("scenario", json)
                .param("max_turns", scenario.settings().maxTurns())
                .param("head", events(scenario, ContentHash.ofText(json)).size())
                .param("estimate", spending.estimate())
                .query(SimulationRows::read)
                .optional();
        row.ifPresent(_ -> open(id, scenario, ContentHash.ofText(json)));
        if (row.isPresent() && spending.budget() != null) {
            reservations.limit(id, spending.budget());
        }
        return row.map(written -> new Started.Simulation(written, true));
    }

    /** What stands under a key that was used before. */
    Optional<Started> find(String owner, String key, String bodyHash) {
        return jdbc.sql(FIND_KEY)
                .param("owner", owner)
                .param("key", key)
                .<Started>query((row, number) -> row.getString("start_hash").equals(bodyHash)
                        ? new Started.Simulation(SimulationRows.read(row, number), false)
                        : new Started.KeyConflict())
                .optional();
    }

    private static List<SimulationEvent> events(Scenario scenario, String hash) {
        return Beginning.of(hash, scenario.world(), new Draws(scenario.rootSeed(), scenario.repeat()));
    }

    private void open(UUID id, Scenario scenario, String scenarioHash) {
        List<SimulationEvent> events = events(scenario, scenarioHash);
        long head = journal.append(id, 0, 0, events);
        snapshots.write(id, 0, head, SimulationState.BLANK.fold(events));
        jdbc.sql(LINEAGE).param("id", id).param("upto", Long.MAX_VALUE).update();
    }
}
