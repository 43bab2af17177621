package io.synthforce.store.brief;

import io.synthforce.store.brief.WrittenBrief.State;
import io.synthforce.store.budget.Reservations;
import io.synthforce.store.budget.Reservations.Room;
import io.synthforce.store.budget.Shortage;
import io.synthforce.store.doorbell.Doorbell;
import io.synthforce.store.lock.SimulationLock;
import io.synthforce.store.sql.Columns;
import io.synthforce.store.sql.Storable;
import io.synthforce.workflows.brief.Baseline;
import io.synthforce.workflows.brief.Prose;
import io.synthforce.workflows.brief.Source;
import io.synthforce.workflows.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Briefs that were put into words, by their ids and keys. */
public class WrittenBriefs {

    private static final String COLUMNS =
            "id, experiment, simulation, number, turn, memo, sources, options, repeats, max_tokens, state, detail, prose,"
                    + " baseline, created_at, ended_at";

    private static final String INSERT = """
            insert into briefs (id, experiment, simulation, number, key, body_hash, turn, memo, sources, options, repeats,
                                max_tokens)
            select :id, :experiment, :simulation, coalesce(max(number), 0) + 1, :key, :hash, :turn, :memo,
                   cast(:sources as jsonb), :options, :repeats, :max_tokens
            from briefs where simulation = :simulation
            returning %s""".formatted(COLUMNS);

    private static final String FIND = "select %s from briefs where id = :id".formatted(COLUMNS);

    private static final String FIND_KEY = """
            select %s, body_hash from briefs where experiment = :experiment and key = :key""".formatted(COLUMNS);

    /** One that failed is shown only where there is no other. */
    private static final String LATEST = """
            select %s from briefs where experiment = :experiment order by (state = 'failed'), number desc limit 1""".formatted(COLUMNS);

    private static final String OPEN = """
            select id from briefs
            where state = 'open' and created_at < clock_timestamp() - make_interval(secs => :since) order by created_at limit 100""";

    private static final String END = """
            update briefs
            set state = :state, detail = :detail, prose = cast(:prose as jsonb), baseline = cast(:baseline as jsonb),
                ended_at = clock_timestamp()
            where id = :id and state = 'open'""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SimulationLock lock;
    private final Doorbell doorbell;
    private final Reservations reservations;

    public WrittenBriefs(JdbcClient jdbc, TransactionTemplate transaction, SimulationLock lock, Doorbell doorbell) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.lock = lock;
        this.doorbell = doorbell;
        this.reservations = new Reservations(jdbc);
    }

    /** How asking went. */
    public sealed interface Submitted {
        /** Written now, or earlier under the same key and body. */
        record Stored(WrittenBrief brief) implements Submitted {}

        /** The key was used for another one. */
        record KeyConflict() implements Submitted {}

        record UnknownSimulation() implements Submitted {}

        /** Nothing was written. */
        record OverBudget(Shortage shortage) implements Submitted {}
    }

    public Submitted submit(NewBrief brief, String key, String bodyHash) {
        return transaction.execute(_ -> lock.take(brief.simulation())
                .map(_ -> found(brief, key, bodyHash).orElseGet(() -> insert(brief, key, bodyHash)))
                .orElseGet(Submitted.UnknownSimulation::new));
    }

    public Optional<WrittenBrief> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(WrittenBriefs::read).optional();
    }

    /** What is to be shown of an experiment. */
    public Optional<WrittenBrief> latest(UUID experiment) {
        return jdbc.sql(LATEST)
                .param("experiment", experiment)
                .query(WrittenBriefs::read)
                .optional();
    }

    /** Those nobody has written for so long: whoever was to see to them may be gone. */
    public List<UUID> open(Duration since) {
        return jdbc.sql(OPEN)
                .param("since", since.toSeconds())
                .query((row, _) -> Columns.uuid(row, "id"))
                .list();
    }

    public void finish(WrittenBrief brief, Prose prose, Baseline baseline) {
        end(brief, State.DONE, null, prose, baseline);
    }

    /** @param baseline what was answered all the same, or null */
    public void fail(WrittenBrief brief, String detail, @Nullable Baseline baseline) {
        end(brief, State.FAILED, detail, null, baseline);
    }

    private void end(
            WrittenBrief brief,
            State state,
            @Nullable String detail,
            @Nullable Prose prose,
            @Nullable Baseline baseline) {
        jdbc.sql(END)
                .param("id", brief.id())
                .param("state", Columns.word(state))
                .param("detail", Storable.textOrNull(detail))
                .param("prose", prose == null ? null : Storable.json(prose))
                .param("baseline", baseline == null ? null : Storable.json(baseline))
                .update();
        doorbell.ring(brief.of().simulation());
    }

    private Optional<Submitted> found(NewBrief brief, String key, String bodyHash) {
        return jdbc.sql(FIND_KEY)
                .param("experiment", brief.experiment())
                .param("key", key)
                .<Submitted>query((row, number) -> bodyHash.equals(row.getString("body_hash"))
                        ? new Submitted.Stored(read(row, number))
                        : new Submitted.KeyConflict())
                .optional();
    }

    private Submitted insert(NewBrief brief, String key, String bodyHash) {
        if (reservations.roomFor(brief.simulation(), brief::need) instanceof Room.TooLittle(Shortage shortage)) {
            return new Submitted.OverBudget(shortage);
        }
        return new Submitted.Stored(jdbc.sql(INSERT)
                .param("id", UUID.randomUUID())
                .param("experiment", brief.experiment())
                .param("simulation", brief.simulation())
                .param("key", key)
                .param("hash", bodyHash)
                .param("turn", brief.turn())
                .param("memo", Storable.text(brief.memo()))
                .param("sources", Storable.json(brief.sources()))
                .param("options", brief.options())
                .param("repeats", brief.repeats())
                .param("max_tokens", brief.maxTokens())
                .query(WrittenBriefs::read)
                .single());
    }

    private static WrittenBrief read(ResultSet row, int number) throws SQLException {
        return new WrittenBrief(
                Columns.uuid(row, "id"),
                row.getInt("number"),
                new NewBrief(
                        Columns.uuid(row, "experiment"),
                        Columns.uuid(row, "simulation"),
                        row.getInt("turn"),
                        row.getString("memo"),
                        List.of(Columns.json(row, "sources", Source[].class)),
                        row.getInt("options"),
                        row.getInt("repeats"),
                        row.getInt("max_tokens")),
                Columns.constant(row, "state", State.class),
                row.getString("detail"),
                json(row, "prose", Prose.class),
                json(row, "baseline", Baseline.class),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "ended_at"));
    }

    private static <T> @Nullable T json(ResultSet row, String column, Class<T> type) throws SQLException {
        String json = row.getString(column);
        return json == null ? null : Json.read(json, type);
    }
}
