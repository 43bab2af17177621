package io.synthforce.store.memory;

import io.synthforce.store.lock.LockedSimulation;
import io.synthforce.store.lock.SimulationLock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes simulations forget. Nothing is deleted: a marker at the head is read by whoever recalls in a later turn. */
public class Clearings {

    /** A turn under way goes on with what it knows, so that its calls see the same whenever they are made. */
    private static final String CLEAR = """
            insert into memory_clearings (simulation, ancestor, upto_seq, from_turn)
            select l.simulation, l.ancestor, case when l.depth = 0 then :head else l.upto_seq end,
                   coalesce((select max(t.turn) from turns t where t.simulation = :id and t.state = 'taken'), :current_turn) + 1
            from lineage l where l.simulation = :id""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SimulationLock lock;

    public Clearings(JdbcClient jdbc, TransactionTemplate transaction, SimulationLock lock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.lock = lock;
    }

    /** Clears what all agents of a simulation keep. An unknown simulation keeps nothing. */
    public void clear(UUID simulation) {
        transaction.executeWithoutResult(_ -> lock.take(simulation).ifPresent(this::write));
    }

    private void write(LockedSimulation simulation) {
        jdbc.sql(CLEAR)
                .param("id", simulation.id())
                .param("head", simulation.head())
                .param("current_turn", simulation.currentTurn())
                .update();
    }
}
