package io.synthforce.store.turn;

import io.synthforce.store.sql.Columns;
import io.synthforce.store.sql.Storable;
import io.synthforce.workflows.json.ContentHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of turns. Times are the clock's, not the transaction's: it may have waited for the lock. */
final class TurnRows {

    private static final String COLUMNS =
            "simulation, turn, request, state, engine, inputs, inputs_hash, taken_at, ended_at";

    private static final String FIND =
            "select %s from turns where simulation = :simulation and turn = :turn".formatted(COLUMNS);

    private static final String UNDER_WAY =
            "select %s from turns where simulation = :simulation and state = 'taken'".formatted(COLUMNS);

    /** What a simulation has behind it: its own turns, and those before the fork that its ancestors played. */
    private static final String SEEN = """
            from lineage l join turns t on t.simulation = l.ancestor and t.turn <= l.upto_turn
            where l.simulation = :simulation and t.state = 'played'""";

    private static final String SEEN_COLUMNS = "t." + COLUMNS.replace(", ", ", t.");

    private static final String PLAYED = """
            select %s %s order by t.turn limit :limit offset :offset""".formatted(SEEN_COLUMNS, SEEN);

    private static final String FIND_PLAYED = "select %s %s and t.turn = :turn".formatted(SEEN_COLUMNS, SEEN);

    private static final String COUNT_PLAYED = "select count(*) " + SEEN;

    private static final String INSERT = """
            insert into turns (simulation, turn, request, state, engine, inputs, inputs_hash, taken_at)
            values (:simulation, :turn, :request, 'taken', :engine, cast(:inputs as jsonb), :hash, clock_timestamp())
            returning %s""".formatted(COLUMNS);

    private static final String TAKE_UP_AGAIN = """
            update turns
            set request = :request, state = 'taken', inputs = cast(:inputs as jsonb), inputs_hash = :hash,
                taken_at = clock_timestamp()
            where simulation = :simulation and turn = :turn
            returning %s""".formatted(COLUMNS);

    private static final String LEAVE = """
            update turns set state = 'left', request = null
            where simulation = :simulation and turn = :turn and state = 'taken' and request = :request""";

    private final JdbcClient jdbc;

    TurnRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String hash(TurnInputs inputs) {
        return ContentHash.ofText(Storable.json(inputs));
    }

    Optional<TurnRow> find(UUID simulation, int turn) {
        return jdbc.sql(FIND)
                .param("simulation", simulation)
                .param("turn", turn)
                .query(TurnRows::read)
                .optional();
    }

    Optional<TurnRow> underWay(UUID simulation) {
        return jdbc.sql(UNDER_WAY)
                .param("simulation", simulation)
                .query(TurnRows::read)
                .optional();
    }

    Optional<TurnRow> findPlayed(UUID simulation, int turn) {
        return jdbc.sql(FIND_PLAYED)
                .param("simulation", simulation)
                .param("turn", turn)
                .query(TurnRows::read)
                .optional();
    }

    List<TurnRow> played(UUID simulation, int limit, int offset) {
        return jdbc.sql(PLAYED)
                .param("simulation", simulation)
                .param("limit", limit)
                .param("offset", offset)
                .query(TurnRows::read)
                .list();
    }

    long countPlayed(UUID simulation) {
        return jdbc.sql(COUNT_PLAYED)
                .param("simulation", simulation)
                .query(Long.class)
                .single();
    }

    TurnRow insert(UUID simulation, int turn, long request, int engine, TurnInputs inputs) {
        return written(jdbc.sql(INSERT).param("engine", engine), simulation, turn, request, inputs);
    }

    TurnRow takeUpAgain(UUID simulation, int turn, long request, TurnInputs inputs) {
        return written(jdbc.sql(TAKE_UP_AGAIN), simulation, turn, request, inputs);
    }

    /** @return false when the turn is no longer taken by that request */
    boolean leave(UUID simulation, int turn, long request) {
        return jdbc.sql(LEAVE)
                        .param("simulation", simulation)
                        .param("turn", turn)
                        .param("request", request)
                        .update()
                == 1;
    }

    private static TurnRow written(
            JdbcClient.StatementSpec statement, UUID simulation, int turn, long request, TurnInputs inputs) {
        return statement
                .param("simulation", simulation)
                .param("turn", turn)
                .param("request", request)
                .param("inputs", Storable.json(inputs))
                .param("hash", hash(inputs))
                .query(TurnRows::read)
                .single();
    }

    private static TurnRow read(ResultSet row, int number) throws SQLException {
        return new TurnRow(
                Columns.uuid(row, "simulation"),
                row.getInt("turn"),
                Columns.longOrNull(row, "request"),
                Columns.constant(row, "state", TurnRow.State.class),
                row.getInt("engine"),
                Columns.json(row, "inputs", TurnInputs.class),
                row.getString("inputs_hash"),
                Columns.instant(row, "taken_at"),
                Columns.instantOrNull(row, "ended_at"));
    }
}
