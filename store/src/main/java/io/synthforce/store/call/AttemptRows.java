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

/** Rows of provider requests. */
final class AttemptRows {

    private static final String COLUMNS = """
        a.id, a.simulation, a.turn, a.seat, a.phase, a.round, a.resample, a.shrunk, a.state, a.model, a.served_model,
        a.system_fingerprint, a.http_status, a.code, a.cause,
        a.retry_at, a.prompt_tokens, a.cached_tokens, a.completion_tokens, a.reasoning_tokens, a.reserved_tokens,
            a.cost_usd, a.price_version,
        a.latency_ms, a.started_at, a.ended_at\
        """;

    private static final String INSERT = """
        insert into attempts (id, simulation, owner, budget_scope, turn, seat, phase, round, resample, shrunk, call_class,
                              worker, model, request, reserved_tokens, reserved_usd, price_version)
        select :id, s.id, s.owner, :budget_scope, :turn, :seat, :phase, :round, :resample, :shrunk, :call_class,
               :worker, :model, :request, :reserved_tokens, :reserved_usd, :price_version
        from simulations s where s.id = :simulation
        for key share\
        """;

    private static final String GIVE_UP_EARLIER = """
        update attempts set state = 'unknown', ended_at = now()
        where state = 'open' and id <> :id and %s\
        """.formatted(Keys.MATCH);

    /** The last row of a call that goes on waiting tells so again, instead of one more row each time. */
    private static final String HOLD_AGAIN = """
        update attempts a
        set retry_at = :retry_at, place = :place, cause = :cause, code = :cause, model = :model, worker = :worker,
            ended_at = now()
        from turns t
        where a.id = (select id from attempts where %s order by started_at desc, id limit 1)
          and a.state = 'refused' and a.http_status is null and a.reserved_tokens = 0
          and (t.simulation, t.turn) = (a.simulation, a.turn) and a.started_at >= t.taken_at\
        """.formatted(Keys.MATCH);

    private static final String SIMULATION = "select simulation from attempts where id = :id";

    private static final String END = """
        update attempts
        set state = :state, http_status = :http_status, code = :code, cause = :cause, detail = :detail, retry_at = :retry_at,
            reply = :reply, served_model = :served_model, scripted = :scripted, prompt_tokens = :prompt_tokens,
            cached_tokens = :cached_tokens, completion_tokens = :completion_tokens,
            reasoning_tokens = :reasoning_tokens, cost_usd = :cost_usd, system_fingerprint = :system_fingerprint,
            provider_request = :provider_request, latency_ms = :latency_ms, place = :place, ended_at = now()
        where id = :id and state not in ('recorded', 'lost')\
        """;

    /**
     * Only what is held against the call: limits and outages of the model are not, nor what was mended at once. Rows of a
     * release that named no cause are told by their status. A turn taken up again starts afresh.
     */
    private static final String FAULTS = """
        select count(*) from attempts a left join turns t using (simulation, turn)
        where (a.state in ('broken', 'unusable', 'unknown') and a.cause is distinct from 'outage'
               or a.state = 'refused' and coalesce(a.cause = 'overloaded', a.http_status not in (429, 498), true))
          and (t.taken_at is null or a.started_at >= t.taken_at)
          and %s\
        """.formatted(Keys.MATCH);

    /** Since the turn was taken, in order. */
    private static final String PAST = """
        select a.state, a.resample, a.shrunk, a.http_status, a.cause, a.detail
        from attempts a left join turns t using (simulation, turn)
        where a.state <> 'open' and (t.taken_at is null or a.started_at >= t.taken_at)
          and %s
        order by a.started_at, a.id\
        """.formatted(Keys.MATCH);

    private static final String OF_TURN = """
        select %s from attempts a where a.simulation = :simulation and a.turn = :turn and %s
        order by a.started_at, a.id\
        """.formatted(COLUMNS, TurnCalls.only("a.phase"));

    private static final String OPEN = """
        select %s from attempts a
        join turns t on t.simulation = a.simulation and t.turn = a.turn and t.state = 'taken'
        where a.simulation = :simulation and a.state = 'open' and a.started_at >= t.taken_at
        order by a.started_at, a.id\
        """.formatted(COLUMNS);

    private static final String REQUEST = "select request from attempts where id = :id and request is not null";

    private final JdbcClient jdbc;

    AttemptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the simulation is gone */
    boolean insert(NewAttempt attempt) {
        return jdbc.sql(INSERT)
                        .params(Keys.params(attempt.key()))
                        .param("id", attempt.id())
                        .param("budget_scope", attempt.budgetScope())
                        .param("resample", attempt.resample())
                        .param("shrunk", attempt.shrunk())
                        .param("call_class", Columns.word(attempt.callClass()))
                        .param("worker", attempt.worker())
                        .param("model", attempt.model())
                        .param("request", Storable.text(attempt.request()))
                        .param("reserved_tokens", attempt.reservedTokens())
                        .param("reserved_usd", attempt.reservedCost(), Types.NUMERIC)
                        .param("price_version", attempt.priceVersion())
                        .update()
                == 1;
    }

    void giveUpEarlier(NewAttempt attempt) {
        jdbc.sql(GIVE_UP_EARLIER)
                .params(Keys.params(attempt.key()))
                .param("id", attempt.id())
                .update();
    }

    /** @return false when the call's last row is another kind of row */
    boolean holdAgain(NewAttempt attempt, AttemptResult held) {
        return jdbc.sql(HOLD_AGAIN)
                        .params(Keys.params(attempt.key()))
                        .param("retry_at", Columns.time(held.retryAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("place", held.place(), Types.INTEGER)
                        .param("cause", held.cause())
                        .param("model", attempt.model())
                        .param("worker", attempt.worker())
                        .update()
                == 1;
    }

    Optional<UUID> simulation(UUID attempt) {
        return jdbc.sql(SIMULATION).param("id", attempt).query(UUID.class).optional();
    }

    /** @param withTexts false once the simulation is gone: then only what it cost is kept */
    void end(UUID attempt, AttemptResult.State state, AttemptResult result, boolean withTexts) {
        AttemptResult.Tokens tokens = result.tokens();
        jdbc.sql(END)
                .param("id", attempt)
                .param("state", Columns.word(state))
                .param("http_status", result.httpStatus())
                .param("code", Storable.textOrNull(result.code()))
                .param("cause", Storable.textOrNull(result.cause()))
                .param("detail", withTexts ? Storable.textOrNull(result.detail()) : null)
                .param("retry_at", Columns.time(result.retryAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("reply", withTexts ? Storable.textOrNull(result.reply()) : null)
                .param("served_model", Storable.textOrNull(result.servedModel()))
                .param("scripted", result.scripted())
                .param("prompt_tokens", tokens == null ? null : tokens.prompt())
                .param("cached_tokens", tokens == null ? null : tokens.cached())
                .param("completion_tokens", tokens == null ? null : tokens.completion())
                .param("reasoning_tokens", tokens == null ? null : tokens.reasoning())
                .param("cost_usd", result.cost(), Types.NUMERIC)
                .param("system_fingerprint", Storable.textOrNull(result.systemFingerprint()))
                .param("provider_request", Storable.textOrNull(result.providerRequest()))
                .param("latency_ms", result.latencyMillis())
                .param("place", result.place(), Types.INTEGER)
                .update();
    }

    int faults(CallKey key) {
        return jdbc.sql(FAULTS).params(Keys.params(key)).query(Integer.class).single();
    }

    List<PastAttempt> past(CallKey key) {
        return jdbc.sql(PAST)
                .params(Keys.params(key))
                .query((row, _) -> new PastAttempt(
                        Columns.constant(row, "state", AttemptResult.State.class),
                        row.getInt("resample"),
                        row.getBoolean("shrunk"),
                        Columns.intOrNull(row, "http_status"),
                        row.getString("cause"),
                        row.getString("detail")))
                .list();
    }

    Optional<String> request(UUID attempt) {
        return jdbc.sql(REQUEST).param("id", attempt).query(String.class).optional();
    }

    List<AttemptRow> ofTurn(UUID simulation, int turn) {
        return jdbc.sql(OF_TURN)
                .param("simulation", simulation)
                .param("turn", turn)
                .query(AttemptRows::read)
                .list();
    }

    List<AttemptRow> open(UUID simulation) {
        return jdbc.sql(OPEN)
                .param("simulation", simulation)
                .query(AttemptRows::read)
                .list();
    }

    private static AttemptRow read(ResultSet row, int number) throws SQLException {
        return new AttemptRow(
                Columns.uuid(row, "id"),
                Keys.read(row),
                row.getInt("resample"),
                row.getBoolean("shrunk"),
                Columns.constant(row, "state", AttemptResult.State.class),
                row.getString("model"),
                row.getString("served_model"),
                row.getString("system_fingerprint"),
                Columns.intOrNull(row, "http_status"),
                row.getString("code"),
                row.getString("cause"),
                Columns.instantOrNull(row, "retry_at"),
                tokens(row),
                row.getInt("reserved_tokens"),
                row.getBigDecimal("cost_usd"),
                row.getString("price_version"),
                Columns.intOrNull(row, "latency_ms"),
                Columns.instant(row, "started_at"),
                Columns.instantOrNull(row, "ended_at"));
    }

    private static AttemptResult.@Nullable Tokens tokens(ResultSet row) throws SQLException {
        return Columns.intOrNull(row, "prompt_tokens") == null
                ? null
                : new AttemptResult.Tokens(
                        row.getInt("prompt_tokens"),
                        row.getInt("cached_tokens"),
                        row.getInt("completion_tokens"),
                        row.getInt("reasoning_tokens"));
    }
}
