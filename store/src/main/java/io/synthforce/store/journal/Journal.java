package io.synthforce.store.journal;

import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.doorbell.Doorbell;
import io.synthforce.store.lock.SimulationLock;
import io.synthforce.store.memory.Memories;
import io.synthforce.store.request.Outcomes;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.TurnClosed;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.simulation.SimulationActivities.Projected;
import io.synthforce.workflows.simulation.SimulationActivities.Projection;
import io.synthforce.workflows.simulation.SimulationActivities.Verdict;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What happened. Only {@link #project} appends, by compare-and-set on the head it folded from. */
public class Journal {

    private static final Projected GONE = new Projected(Verdict.GONE, null, 0, null);

    private final TransactionTemplate transaction;
    private final SimulationLock lock;
    private final JournalRows rows;
    private final Doorbell doorbell;
    private final Projecting projecting;

    public Journal(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            SimulationLock lock,
            JournalRows rows,
            Snapshots snapshots,
            Memories memories,
            ModelCalls calls,
            Outcomes outcomes,
            Doorbell doorbell) {
        this.transaction = transaction;
        this.lock = lock;
        this.rows = rows;
        this.doorbell = doorbell;
        this.projecting = new Projecting(jdbc, rows, snapshots, memories, calls, outcomes);
    }

    /**
     * Folds a turn's events onto the snapshot before it and writes journal, turn, memories, snapshot and the request's
     * outcome in one transaction. A turn already stored with the same events answers success.
     *
     * @throws IllegalArgumentException if the events are not a whole turn
     */
    public Projected project(Projection projection) {
        if (projection.events().isEmpty() || !projection.events().getLast().equals(new TurnClosed(projection.turn()))) {
            throw new IllegalArgumentException("The events of turn " + projection.turn() + " do not close it");
        }
        Projected projected = transaction.execute(_ -> lock.take(projection.simulation())
                .map(simulation -> projecting.project(simulation, projection))
                .orElse(GONE));
        doorbell.ring(projection.simulation());
        return projected;
    }

    /** Entries after a position, oldest first. */
    public List<JournalEntry> after(UUID simulation, long seq, int limit) {
        return rows.after(simulation, seq, limit);
    }

    /** All entries up to a position, oldest first; what a branch sees of an ancestor. */
    public List<JournalEntry> upto(UUID simulation, long seq) {
        return rows.upto(simulation, seq);
    }

    /**
     * Entries of some turns as a simulation has them behind it, those before a fork from its ancestors.
     *
     * @param types names of events, as they are stored
     */
    public List<JournalEntry> seen(UUID simulation, int from, int to, List<String> types) {
        return rows.seen(simulation, from, to, types);
    }

    /**
     * Identity of all that a simulation has behind it, what came before its fork included. Events name no ids, times or
     * costs, so simulations that went the same way have the same.
     *
     * @param turn the last one that counts
     */
    public String hash(UUID simulation, int turn) {
        return hash(rows.hashes(simulation, turn));
    }

    /** Identity of a sequence of entries. */
    public static String hash(List<String> hashes) {
        return ContentHash.ofText(String.join("", hashes));
    }

    /** Hash of one entry, as it is kept with it. */
    public static String hash(SimulationEvent event) {
        return JournalRows.hash(event);
    }

    public List<JournalEntry> ofTurn(UUID simulation, int turn) {
        return rows.ofTurn(simulation, turn);
    }
}
