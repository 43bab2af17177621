package io.synthforce.store.snapshot;

import io.synthforce.store.sql.Columns;
import io.synthforce.store.sql.Storable;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.json.ContentHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Snapshots by their natural key. */
public class Snapshots {

    private static final String COLUMNS = "s.simulation, s.turn, s.head, s.engine, s.state, s.hash, s.created_at";

    private static final String FIND =
            "select %s from snapshots s where simulation = :simulation and turn = :turn".formatted(COLUMNS);

    /** Of the turn a branch was forked after there are two: its own, with its changes, comes first. */
    private static final String SEEN = """
            select %s from lineage l join snapshots s on s.simulation = l.ancestor and s.turn <= l.upto_turn
            where l.simulation = :simulation and s.turn = :turn
            order by l.depth limit 1""".formatted(COLUMNS);

    private static final String PAGE = """
            select distinct on (s.turn) %s
            from lineage l join snapshots s on s.simulation = l.ancestor and s.turn <= l.upto_turn
            where l.simulation = :simulation
            order by s.turn, l.depth limit :limit offset :offset""".formatted(COLUMNS);

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
                .query(Snapshots::read)
                .optional();
    }

    /** The snapshot a simulation goes back to for a turn: its own, or that of the ancestor that played it. */
    public Optional<Snapshot> seen(UUID simulation, int turn) {
        return jdbc.sql(SEEN)
                .param("simulation", simulation)
                .param("turn", turn)
                .query(Snapshots::read)
                .optional();
    }

    /** One for each turn from 0 on, those before a fork from the ancestors. */
    public List<Snapshot> page(UUID simulation, int limit, int offset) {
        return jdbc.sql(PAGE)
                .param("simulation", simulation)
                .param("limit", limit)
                .param("offset", offset)
                .query(Snapshots::read)
                .list();
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

    private static Snapshot read(ResultSet row, int number) throws SQLException {
        return new Snapshot(
                Columns.uuid(row, "simulation"),
                row.getInt("turn"),
                row.getLong("head"),
                row.getInt("engine"),
                Columns.json(row, "state", SimulationState.class),
                row.getString("hash"),
                Columns.instant(row, "created_at"));
    }
}
