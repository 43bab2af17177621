package io.synthforce.crash;

import io.synthforce.crash.ScriptedModel.Asked;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What lies in the product's tables, seen past the product. */
final class Rows {

    private static final String ATTEMPTS = """
            select id, turn, seat, phase, round, state, started_at from attempts
            where simulation = ? order by started_at""";

    private static final String CALLS = """
            select turn, seat, phase, round, state, attempt, recorded_at from calls where simulation = ?""";

    private static final String REQUEST = """
            select id, state, turn, http_status, closed_at from requests where simulation = ? and key = ?""";

    private final DriverManagerDataSource source;
    private final JdbcClient jdbc;

    private Rows(DriverManagerDataSource source) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
    }

    /** @param url as the product's own {@code DATABASE_URL} */
    static Rows of(String url) {
        var address = URI.create(url);
        var jdbcUrl = "jdbc:postgresql://%s:%d%s".formatted(address.getHost(), address.getPort(), address.getPath());
        return new Rows(new DriverManagerDataSource(jdbcUrl, address.getUserInfo(), ""));
    }

    /** Natural key of a call, within its simulation. */
    record Key(int turn, String seat, String phase, int round) {}

    record Attempt(UUID id, Key key, String state, Instant startedAt) {}

    record Call(Key key, String state, @Nullable UUID attempt, Instant recordedAt) {}

    record Request(
            long id,
            String state,
            @Nullable Integer turn,
            @Nullable Integer httpStatus,
            @Nullable Instant closedAt) {

        boolean isClosed() {
            return closedAt != null;
        }
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    List<Attempt> attempts(UUID simulation) {
        return jdbc.sql(ATTEMPTS)
                .param(simulation)
                .query((row, _) -> new Attempt(
                        row.getObject("id", UUID.class),
                        new Key(row.getInt("turn"), row.getString("seat"), row.getString("phase"), row.getInt("round")),
                        row.getString("state"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    List<Call> calls(UUID simulation) {
        return jdbc.sql(CALLS)
                .param(simulation)
                .query((row, _) -> new Call(
                        new Key(row.getInt("turn"), row.getString("seat"), row.getString("phase"), row.getInt("round")),
                        row.getString("state"),
                        row.getObject("attempt", UUID.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    List<Request> request(UUID simulation, String key) {
        return jdbc.sql(REQUEST)
                .param(simulation)
                .param(key)
                .query((row, _) -> new Request(
                        row.getLong("id"),
                        row.getString("state"),
                        row.getObject("turn", Integer.class),
                        row.getObject("http_status", Integer.class),
                        instantOrNull(row.getObject("closed_at", OffsetDateTime.class))))
                .list();
    }

    boolean isPlayed(UUID simulation, String key) {
        return request(simulation, key).stream().anyMatch(Request::isClosed);
    }

    long count(String from, Object... parameters) {
        return jdbc.sql("select count(*) from " + from)
                .params(List.of(parameters))
                .query(Long.class)
                .single();
    }

    /** Of these requests to the model, those that belong to the simulation, with the call they were made for. */
    Map<Asked, Key> callsOf(UUID simulation, List<Asked> journal) {
        var keys = attempts(simulation).stream().collect(Collectors.toMap(Attempt::id, Attempt::key));
        return journal.stream()
                .filter(asked -> keys.containsKey(asked.attempt()))
                .collect(Collectors.toMap(asked -> asked, asked -> keys.get(asked.attempt())));
    }

    /** Holds a table or row against the product until it is closed. */
    Lock lock(String table) {
        try {
            return Lock.on(table, source.getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Instant instantOrNull(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
