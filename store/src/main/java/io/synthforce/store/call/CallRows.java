package io.synthforce.store.call;

import io.synthforce.store.sql.Columns;
import io.synthforce.store.sql.Storable;
import io.synthforce.store.sql.TurnCalls;
import io.synthforce.workflows.turn.CallKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of recorded calls; the first one under a key stands. */
final class CallRows {

    private static final String COLUMNS = Keys.COLUMNS
            + ", role, input_hash, reply, content_hash, reason, parse_step, attempt, model, scripted, recorded_at";

    private static final String FIND = "select %s from calls where %s".formatted(COLUMNS, Keys.MATCH);

    private static final String OF_TURN = """
            select %s from calls where simulation = :simulation and turn = :turn and %s
            order by recorded_at, phase, seat, round""".formatted(COLUMNS, TurnCalls.only("phase"));

    /** An attempt from before its turn was taken up again may answer inputs that have changed since: it comes too late. */
    private static final String INSERT = """
            insert into calls (simulation, turn, seat, phase, round, role, state, input_hash, reply, content_hash, reason,
                               parse_step, attempt, model, scripted)
            select :simulation, :turn, :seat, :phase, :round, :role, :state, :input_hash, :reply, :content_hash, :reason,
                   :parse_step, :attempt, :model, :scripted
            where not exists (
              select 1 from attempts a join turns t using (simulation, turn)
              where a.id = :attempt and a.started_at < t.taken_at)
            on conflict do nothing""";

    private static final String SPOKEN = """
            select coalesce(c.model, '') as model, c.scripted, count(*) as calls
            from lineage l
            join turns t on t.simulation = l.ancestor and t.turn <= l.upto_turn and t.state = 'played'
            join calls c on c.simulation = t.simulation and c.turn = t.turn
            where l.simulation = :simulation and t.turn <= :turn and c.state = 'ok' and %s
            group by 1, 2 order by 3 desc, 1""".formatted(TurnCalls.only("c.phase"));

    private final JdbcClient jdbc;

    CallRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RecordedCall> find(CallKey key) {
        return jdbc.sql(FIND).params(Keys.params(key)).query(CallRows::read).optional();
    }

    List<RecordedCall> ofTurn(UUID simulation, int turn) {
        return jdbc.sql(OF_TURN)
                .param("simulation", simulation)
                .param("turn", turn)
                .query(CallRows::read)
                .list();
    }

    List<ModelCalls.Spoken> spoken(UUID simulation, int turn) {
        return jdbc.sql(SPOKEN)
                .param("simulation", simulation)
                .param("turn", turn)
                .query((row, _) ->
                        new ModelCalls.Spoken(row.getString("model"), row.getBoolean("scripted"), row.getLong("calls")))
                .list();
    }

    /** @return whether it is the one that stands */
    boolean insert(RecordedCall call, @Nullable UUID attempt) {
        return jdbc.sql(INSERT)
                        .params(Keys.params(call.key()))
                        .param("role", call.role())
                        .param("state", call.given() ? "ok" : "degraded")
                        .param("input_hash", call.inputHash())
                        .param("reply", Storable.textOrNull(call.reply()))
                        .param("content_hash", call.contentHash())
                        .param("reason", Storable.textOrNull(call.reason()))
                        .param("parse_step", call.parseStep())
                        .param("attempt", attempt, Types.OTHER)
                        .param("model", call.model())
                        .param("scripted", call.scripted())
                        .update()
                == 1;
    }

    private static RecordedCall read(ResultSet row, int number) throws SQLException {
        return new RecordedCall(
                Keys.read(row),
                row.getString("role"),
                row.getString("input_hash"),
                row.getString("reply"),
                row.getString("content_hash"),
                row.getString("reason"),
                row.getString("parse_step"),
                Columns.uuidOrNull(row, "attempt"),
                row.getString("model"),
                row.getBoolean("scripted"),
                Columns.instant(row, "recorded_at"));
    }
}
