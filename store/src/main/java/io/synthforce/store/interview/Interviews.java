package io.synthforce.store.interview;

import io.synthforce.store.budget.Reservations;
import io.synthforce.store.budget.Reservations.Room;
import io.synthforce.store.budget.Shortage;
import io.synthforce.store.doorbell.Doorbell;
import io.synthforce.store.lock.SimulationLock;
import io.synthforce.store.sql.Columns;
import io.synthforce.store.sql.Storable;
import io.synthforce.workflows.budget.Amount;
import io.synthforce.workflows.budget.Prompts;
import io.synthforce.workflows.budget.Terms;
import io.synthforce.workflows.budget.TurnCalls.Call;
import io.synthforce.workflows.budget.WorstCase;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.turn.Phase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Interviews by their ids and keys. Nothing of the simulation itself is written. */
public class Interviews {

    private static final String COLUMNS =
            "id, simulation, number, turn, seat, role, question, state, detail, created_at, ended_at";

    private static final String INSERT = """
            insert into interviews (id, simulation, number, key, body_hash, turn, seat, role, question)
            select :id, :simulation, coalesce(max(number), 0) + 1, :key, :hash, :turn, :seat, :role, :question
            from interviews where simulation = :simulation
            returning %s""".formatted(COLUMNS);

    private static final String FIND = "select %s from interviews where id = :id".formatted(COLUMNS);

    private static final String FIND_KEY = """
            select %s, body_hash from interviews where simulation = :simulation and key = :key""".formatted(COLUMNS);

    private static final String LIST = """
            select %s from interviews where simulation = :simulation order by number desc limit :limit""".formatted(COLUMNS);

    private static final String OPEN = """
            select id from interviews
            where state = 'open' and created_at < clock_timestamp() - make_interval(secs => :since) order by created_at limit 100""";

    private static final String END = """
            update interviews set state = :state, detail = :detail, ended_at = clock_timestamp()
            where id = :id and state = 'open'""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SimulationLock lock;
    private final Doorbell doorbell;
    private final Reservations reservations;

    public Interviews(JdbcClient jdbc, TransactionTemplate transaction, SimulationLock lock, Doorbell doorbell) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.lock = lock;
        this.doorbell = doorbell;
        this.reservations = new Reservations(jdbc);
    }

    /** A question about to be asked. */
    public record Asked(UUID simulation, int turn, Seat seat, Scenario scenario, String question) {

        private Amount need(Terms terms) {
            Prompts prompts = new Prompts(scenario, scenario.cast(), Map.of(), List.of(question));
            return WorstCase.of(List.of(new Call(Phase.INTERVIEW, seat.role(), seat.model(), 0)), prompts, terms);
        }
    }

    /** How asking went. */
    public sealed interface Submitted {
        /** Written now, or earlier under the same key and body. */
        record Stored(Interview interview) implements Submitted {}

        /** The key was used for another question. */
        record KeyConflict() implements Submitted {}

        record UnknownSimulation() implements Submitted {}

        /** Nothing was written. */
        record OverBudget(Shortage shortage) implements Submitted {}
    }

    public Submitted submit(Asked asked, String key, String bodyHash) {
        return transaction.execute(_ -> lock.take(asked.simulation())
                .map(_ -> found(asked, key, bodyHash).orElseGet(() -> insert(asked, key, bodyHash)))
                .orElseGet(Submitted.UnknownSimulation::new));
    }

    public Optional<Interview> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Interviews::read).optional();
    }

    /** Newest first. */
    public List<Interview> list(UUID simulation, int limit) {
        return jdbc.sql(LIST)
                .param("simulation", simulation)
                .param("limit", limit)
                .query(Interviews::read)
                .list();
    }

    /** Those nobody has answered for so long: whoever was to see to them may be gone. */
    public List<UUID> open(Duration since) {
        return jdbc.sql(OPEN)
                .param("since", since.toSeconds())
                .query((row, _) -> Columns.uuid(row, "id"))
                .list();
    }

    /** @param detail why it failed, null when it did not */
    public void end(Interview interview, Interview.State state, @Nullable String detail) {
        jdbc.sql(END)
                .param("id", interview.id())
                .param("state", Columns.word(state))
                .param("detail", Storable.textOrNull(detail))
                .update();
        doorbell.ring(interview.simulation());
    }

    private Optional<Submitted> found(Asked asked, String key, String bodyHash) {
        return jdbc.sql(FIND_KEY)
                .param("simulation", asked.simulation())
                .param("key", key)
                .<Submitted>query((row, number) -> bodyHash.equals(row.getString("body_hash"))
                        ? new Submitted.Stored(read(row, number))
                        : new Submitted.KeyConflict())
                .optional();
    }

    private Submitted insert(Asked asked, String key, String bodyHash) {
        if (reservations.roomFor(asked.simulation(), asked::need) instanceof Room.TooLittle(Shortage shortage)) {
            return new Submitted.OverBudget(shortage);
        }
        return new Submitted.Stored(jdbc.sql(INSERT)
                .param("id", UUID.randomUUID())
                .param("simulation", asked.simulation())
                .param("key", key)
                .param("hash", bodyHash)
                .param("turn", asked.turn())
                .param("seat", asked.seat().id())
                .param("role", asked.seat().role())
                .param("question", Storable.text(asked.question()))
                .query(Interviews::read)
                .single());
    }

    private static Interview read(ResultSet row, int number) throws SQLException {
        return new Interview(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "simulation"),
                row.getInt("number"),
                row.getInt("turn"),
                row.getString("seat"),
                row.getString("role"),
                row.getString("question"),
                Columns.constant(row, "state", Interview.State.class),
                row.getString("detail"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "ended_at"));
    }
}
