package io.synthforce.store.request;

import io.synthforce.store.doorbell.Doorbell;
import io.synthforce.store.lock.LockedSimulation;
import io.synthforce.store.lock.SimulationLock;
import io.synthforce.store.request.RequestRow.State;
import io.synthforce.store.request.Submission.NewRequest;
import io.synthforce.store.sql.Columns;
import io.synthforce.store.sql.Storable;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.simulation.Bell;
import io.synthforce.workflows.simulation.Operation;
import io.synthforce.workflows.simulation.Status;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The inbox: stored means it will be played or refused. */
public class Requests {

    private static final String FIND = "select %s from requests where id = :id".formatted(RequestRows.COLUMNS);

    private static final String KNOWN =
            "select exists (select 1 from requests where simulation = :simulation and key = :key)";

    private static final String UNANSWERED = """
            select id, operation from requests
            where simulation = :simulation and state in ('open', 'taken')
            order by state = 'taken' desc, id""";

    private static final String COUNT_UNANSWERED = "select count(*) from requests where state in ('open', 'taken')";

    private static final String RUNG = "update requests set run_id = :run_id, scanned_at = now() where id = :id";

    /** Materialized, because a join that repeats the choice would claim more than the limit. */
    private static final String CLAIM_IDLE = """
            with idle as materialized (
              select id from requests
              where state in ('open', 'taken') and not over_budget
                and coalesce(scanned_at, created_at) < now() - make_interval(secs => :idle)
              order by id limit :limit
              for update skip locked)
            update requests set scanned_at = now()
            where id in (select id from idle)
            returning %s""".formatted(RequestRows.COLUMNS);

    private static final String WAITING = """
            select distinct simulation from requests where state in ('open', 'taken')""";

    private static final String FAIL = """
            with failed as (
              update simulations set status = 'failed', updated_at = now() where id = :simulation returning id)
            select r.id from requests r join failed on r.simulation = failed.id
            where r.state in ('open', 'taken')""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SimulationLock lock;
    private final Doorbell doorbell;
    private final Outcomes outcomes;
    private final Commands commands;
    private final Submission submission;
    private final Plays plays;
    private final Capacity capacity;

    /** @param mostPlaying how many simulations may be playing for callers at once, over all processes */
    public Requests(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            SimulationLock lock,
            Outcomes outcomes,
            Doorbell doorbell,
            int mostPlaying) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.lock = lock;
        this.doorbell = doorbell;
        this.outcomes = outcomes;
        this.commands = new Commands(jdbc, outcomes);
        this.submission = new Submission(jdbc);
        this.plays = new Plays(jdbc);
        this.capacity = new Capacity(jdbc, mostPlaying);
    }

    /** How a submission went. */
    public sealed interface Submitted {
        /** Stored now, or found under the same key and body. */
        record Stored(RequestRow request, boolean isNew) implements Submitted {}

        record KeyConflict() implements Submitted {}

        record UnknownSimulation() implements Submitted {}

        /** As many simulations are playing as may at once; nothing was stored. */
        record TooManyPlaying(int limit) implements Submitted {}
    }

    /**
     * Stores a request. What the simulation's state forbids is stored as refused.
     *
     * @param body canonical JSON of the request's arguments, {@code {}} for commands
     */
    public Submitted submit(UUID simulation, String key, Operation operation, String body) {
        String text = Storable.text(body);
        return transaction.execute(_ -> lock.take(simulation)
                .map(locked -> submission
                        .found(simulation, key, operation, text)
                        .orElseGet(() -> store(locked, key, operation, text)))
                .orElseGet(Submitted.UnknownSimulation::new));
    }

    public Optional<RequestRow> find(long id) {
        return jdbc.sql(FIND).param("id", id).query(RequestRows::read).optional();
    }

    /** Whether a key names a request of the simulation. */
    public boolean isKnown(UUID simulation, String key) {
        return jdbc.sql(KNOWN)
                .param("simulation", simulation)
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /** What a revived run has to answer: the taken one first, then the open ones in order of id. */
    public List<Bell> unanswered(UUID simulation) {
        return jdbc.sql(UNANSWERED)
                .param("simulation", simulation)
                .query((row, _) -> new Bell(row.getLong("id"), Columns.constant(row, "operation", Operation.class)))
                .list();
    }

    /** Notes which run took the bell. */
    public void rung(long id, String runId) {
        jdbc.sql(RUNG).param("id", id).param("run_id", runId).update();
    }

    /** Claims up to {@code limit} unanswered requests that no process looked after for {@code idle} (SKIP LOCKED). */
    public List<RequestRow> claimIdle(Duration idle, int limit) {
        return jdbc
                .sql(CLAIM_IDLE)
                .param("idle", idle.toMillis() / 1000.0)
                .param("limit", limit)
                .query(RequestRows::read)
                .list()
                .stream()
                .sorted(Comparator.comparingLong(RequestRow::id))
                .toList();
    }

    /** How many requests are stored and not yet answered. */
    public long countUnanswered() {
        return jdbc.sql(COUNT_UNANSWERED).query(Long.class).single();
    }

    /** Simulations that owe somebody an answer. */
    public List<UUID> simulationsWaiting() {
        return jdbc.sql(WAITING)
                .query((row, _) -> row.getObject("simulation", UUID.class))
                .list();
    }

    /**
     * Answers pause, resume and stop as soon as the row says so; pause and stop refuse the requests queued before them.
     */
    public Answered answer(UUID simulation, long request) {
        Answered answered = transaction.execute(_ -> lock.take(simulation)
                .map(locked -> new Answered(commands.obey(locked, request), locked.currentTurn()))
                .orElse(Answered.GONE));
        doorbell.ring(simulation);
        return answered;
    }

    /** Marks a simulation failed, because its snapshot cannot be read, and answers everyone who waits for it. */
    public void fail(UUID simulation) {
        transaction.executeWithoutResult(_ -> lock.take(simulation)
                .ifPresent(locked -> jdbc.sql(FAIL)
                        .param("simulation", locked.id())
                        .query(Long.class)
                        .list()
                        .forEach(request -> outcomes.write(request, Refusal.failed()))));
        doorbell.ring(simulation);
    }

    /** What a command left behind; {@code status} is null when the simulation is gone. */
    public record Answered(@Nullable Status status, int currentTurn) {

        static final Answered GONE = new Answered(null, 0);
    }

    private Submitted store(LockedSimulation simulation, String key, Operation operation, String body) {
        boolean play = operation == Operation.PLAY;
        Optional<Outcome> refusal =
                Refusal.of(operation, simulation).or(() -> play ? plays.refusal(simulation.id()) : Optional.empty());
        if (refusal.isEmpty() && operation.asksForTurns() && !capacity.isThereFor(simulation.id())) {
            return new Submitted.TooManyPlaying(capacity.limit());
        }
        return submission.write(new NewRequest(
                simulation.id(),
                key,
                operation,
                body,
                refusal.isPresent() ? State.REFUSED : State.OPEN,
                null,
                play ? Json.read(body, PlayInputs.class).untilTurn() : null,
                refusal.orElse(null)));
    }
}
