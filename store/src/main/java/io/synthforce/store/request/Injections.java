package io.synthforce.store.request;

import io.synthforce.store.lock.LockedSimulation;
import io.synthforce.store.lock.SimulationLock;
import io.synthforce.store.request.RequestRow.State;
import io.synthforce.store.request.Requests.Submitted;
import io.synthforce.store.request.Submission.NewRequest;
import io.synthforce.store.sql.Storable;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.simulation.Operation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Events that users let happen. Each is given its turn when it is stored and occurs when that turn is taken, so nobody
 * has to be rung for: an event asks nothing of a simulation until it goes on.
 */
public class Injections {

    /** How many may be injected into one turn. */
    public static final int MOST = 10;

    private static final String OF_TURN = """
            select body from requests
            where simulation = :simulation and operation = 'inject' and turn = :turn and state = 'done'
            order by id""";

    private static final String TURN_UNDER_WAY =
            "select exists (select 1 from turns where simulation = :simulation and state = 'taken')";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SimulationLock lock;
    private final Submission submission;

    public Injections(JdbcClient jdbc, TransactionTemplate transaction, SimulationLock lock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.lock = lock;
        this.submission = new Submission(jdbc);
    }

    /** Stores an event for the next turn that has not begun; the stored row names it. */
    public Submitted submit(UUID simulation, String key, Injection injection) {
        String body = Storable.json(injection);
        return transaction.execute(_ -> lock.take(simulation)
                .map(locked -> submission
                        .found(simulation, key, Operation.INJECT, body)
                        .orElseGet(() -> store(locked, key, injection, body)))
                .orElseGet(Submitted.UnknownSimulation::new));
    }

    /** Those of a turn, in the order in which they were asked for. */
    public List<Injection> ofTurn(UUID simulation, int turn) {
        return jdbc.sql(OF_TURN)
                .param("simulation", simulation)
                .param("turn", turn)
                .query((row, _) -> Json.read(row.getString("body"), Injection.class))
                .list();
    }

    private Submitted store(LockedSimulation simulation, String key, Injection injection, String body) {
        int turn = simulation.currentTurn() + (hasTurnUnderWay(simulation.id()) ? 2 : 1);
        Optional<Outcome> refusal =
                Refusal.of(Operation.INJECT, simulation).or(() -> refusal(simulation, turn, injection.event()));
        return submission.write(new NewRequest(
                simulation.id(),
                key,
                Operation.INJECT,
                body,
                refusal.isPresent() ? State.REFUSED : State.DONE,
                refusal.isPresent() ? null : turn,
                null,
                refusal.orElse(Outcome.OK)));
    }

    private Optional<Outcome> refusal(LockedSimulation simulation, int turn, @Nullable String event) {
        if (turn > simulation.maxTurns()) {
            return Optional.of(Refusal.lastTurnBegun(simulation.maxTurns()));
        }
        List<Injection> before = ofTurn(simulation.id(), turn);
        if (before.size() >= MOST) {
            return Optional.of(Refusal.tooManyEvents(turn, MOST));
        }
        boolean again = event != null && before.stream().anyMatch(one -> event.equals(one.event()));
        return again ? Optional.of(Refusal.occursAlready(turn)) : Optional.empty();
    }

    private boolean hasTurnUnderWay(UUID simulation) {
        return jdbc.sql(TURN_UNDER_WAY)
                .param("simulation", simulation)
                .query(Boolean.class)
                .single();
    }
}
