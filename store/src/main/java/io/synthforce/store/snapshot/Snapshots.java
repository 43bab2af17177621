package io.synthforce.store.snapshot;

import io.synthforce.store.sql.Columns;
import io.synthforce.store.sql.Storable;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.json.ContentHash;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Snapshots by their natural key. */
public class Snapshots {

    private static final String FIND = """
            select simulation, turn, head, engine, state, hash
            from snapshots where simulation = :simulation and turn = :turn""";

    private static final String INSERT = """
            insert into snapshots (simulation, turn, head, engine, state, hash)
            values (:simulation, :turn, :head, :engine, cast(:state as jsonb), :hash)""";

    private final JdbcClient jdbc;

    public Snapshots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Snapshot> find(UUID simulation, int turn) {
        return jdbc.sql(FIND)
                .param("simulation", simulation)
                .param("turn", turn)
                .query((row, _) -> new Snapshot(
                        Columns.uuid(row, "simulation"),
                        row.getInt("turn"),
                        row.getLong("head"),
                        row.getInt("engine"),
                        Columns.json(row, "state", SimulationState.class),
                        row.getString("hash")))
                .optional();
    }

    /** Writes the snapshot of a turn, once. For the transaction that appends the turn's events. */
    public void write(UUID simulation, int turn, long head, SimulationState state) {
        String json = Storable.json(state);
        jdbc.sql(INSERT)
                .param("simulation", simulation)
                .param("turn", turn)
                .param("head", head)
                .param("engine", state.engine())
                .param("state", json)
                .param("hash", ContentHash.ofText(json))
                .update();
    }
}
