package io.synthforce.store.turn;

import io.synthforce.store.budget.Reservations;
import io.synthforce.store.doorbell.Doorbell;
import io.synthforce.store.lock.LockedSimulation;
import io.synthforce.store.lock.SimulationLock;
import io.synthforce.store.request.Injections;
import io.synthforce.store.request.Outcome;
import io.synthforce.store.request.Outcomes;
import io.synthforce.workflows.simulation.SimulationActivities.Abandonment;
import io.synthforce.workflows.simulation.SimulationActivities.Taken;
import io.synthforce.workflows.simulation.SimulationActivities.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns taken, played or left. */
public class Turns {

    private static final Taken GONE = new Taken(Verdict.GONE, null);
    private static final Taken BEHIND = new Taken(Verdict.BEHIND, null);

    private final TransactionTemplate transaction;
    private final SimulationLock lock;
    private final Outcomes outcomes;
    private final Doorbell doorbell;
    private final TurnRows turns;
    private final LeftCalls leftCalls;
    private final Taking taking;
    private final Reservations reservations;

    public Turns(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            SimulationLock lock,
            Outcomes outcomes,
            Injections injections,
            Doorbell doorbell) {
        this.transaction = transaction;
        this.lock = lock;
        this.outcomes = outcomes;
        this.doorbell = doorbell;
        this.turns = new TurnRows(jdbc);
        this.leftCalls = new LeftCalls(jdbc);
        this.taking = new Taking(jdbc, turns, leftCalls, injections, outcomes);
        this.reservations = new Reservations(jdbc);
    }

    /**
     * Turns the next open request into the next turn; the same request again gets the same turn. A turn that another
     * request holds is finished first: then that turn is answered, and this request stays open. A play gives way to
     * whoever asks for the next turn.
     */
    public Taken take(UUID simulation, long request, long head) {
        Taken taken = transaction.execute(
                _ -> lock.take(simulation).map(s -> take(s, request, head)).orElse(GONE));
        doorbell.ring(simulation);
        return taken;
    }

    /** Ends a taken turn unplayed: its request is refused, its recorded replies stay. */
    public void abandon(Abandonment abandonment) {
        transaction.executeWithoutResult(
                _ -> lock.take(abandonment.simulation()).ifPresent(_ -> leave(abandonment)));
        doorbell.ring(abandonment.simulation());
    }

    /** A turn of the simulation's own. */
    public Optional<TurnRow> find(UUID simulation, int turn) {
        return turns.find(simulation, turn);
    }

    /** The turn that was taken and is not played yet. */
    public Optional<TurnRow> underWay(UUID simulation) {
        return turns.underWay(simulation);
    }

    /** A turn the simulation has behind it; before its fork it is that of the ancestor which played it. */
    public Optional<TurnRow> findPlayed(UUID simulation, int turn) {
        return turns.findPlayed(simulation, turn);
    }

    /** Played turns in order, those before a fork from the ancestors. */
    public List<TurnRow> played(UUID simulation, int limit, int offset) {
        return turns.played(simulation, limit, offset);
    }

    public long countPlayed(UUID simulation) {
        return turns.countPlayed(simulation);
    }

    private Taken take(LockedSimulation simulation, long request, long head) {
        if (simulation.head() != head) {
            return BEHIND;
        }
        return taking.take(simulation, request);
    }

    private void leave(Abandonment abandonment) {
        if (turns.leave(abandonment.simulation(), abandonment.turn(), abandonment.request())) {
            leftCalls.forgetDegraded(abandonment.simulation(), abandonment.turn());
            Outcome outcome = new Outcome(abandonment.httpStatus(), abandonment.error(), abandonment.detail());
            if (abandonment.stopped()) {
                outcomes.stopped(abandonment.request(), abandonment.turn(), outcome);
            } else {
                outcomes.write(abandonment.request(), outcome);
            }
            reservations.release(abandonment.simulation());
        }
    }
}
