package io.synthforce.store.request;

import io.synthforce.store.request.RequestRow.State;
import io.synthforce.store.request.Requests.Submitted;
import io.synthforce.store.sql.Columns;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.simulation.Operation;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes requests into the inbox, once under each key. For a transaction that holds the simulation's lock. */
final class Submission {

    private static final String INSERT = """
            insert into requests (simulation, key, operation, body, body_hash, state, turn, until_turn,
                                  http_status, error, detail, closed_at)
            values (:simulation, :key, :operation, :body, :body_hash, :state, :turn, :until_turn,
                    :status, :error, :detail, case when :state in ('done', 'refused') then now() end)
            returning %s""".formatted(RequestRows.COLUMNS);

    private static final String FIND_KEY = """
            select %s, operation = :operation and body_hash = :body_hash as same
            from requests where simulation = :simulation and key = :key""".formatted(RequestRows.COLUMNS);

    private final JdbcClient jdbc;

    Submission(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is to be written. */
    record NewRequest(
            UUID simulation,
            String key,
            Operation operation,
            String body,
            State state,
            @Nullable Integer turn,
            @Nullable Integer untilTurn,
            @Nullable Outcome outcome) {}

    /** What the key names already, if it names anything. */
    Optional<Submitted> found(UUID simulation, String key, Operation operation, String body) {
        return jdbc.sql(FIND_KEY)
                .param("simulation", simulation)
                .param("key", key)
                .param("operation", Columns.word(operation))
                .param("body_hash", ContentHash.ofText(body))
                .<Submitted>query((row, number) -> row.getBoolean("same")
                        ? new Submitted.Stored(RequestRows.read(row, number), false)
                        : new Submitted.KeyConflict())
                .optional();
    }

    Submitted write(NewRequest request) {
        Outcome outcome = request.outcome();
        RequestRow row = jdbc.sql(INSERT)
                .param("simulation", request.simulation())
                .param("key", request.key())
                .param("operation", Columns.word(request.operation()))
                .param("body", request.body())
                .param("body_hash", ContentHash.ofText(request.body()))
                .param("state", Columns.word(request.state()))
                .param("turn", request.turn())
                .param("until_turn", request.untilTurn())
                .param("status", outcome == null ? null : outcome.httpStatus())
                .param("error", outcome == null ? null : outcome.error())
                .param("detail", outcome == null ? null : outcome.detail())
                .query(RequestRows::read)
                .single();
        return new Submitted.Stored(row, true);
    }
}
