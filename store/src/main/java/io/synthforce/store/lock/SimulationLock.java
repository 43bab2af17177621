package io.synthforce.store.lock;

import io.synthforce.store.sql.Columns;
import io.synthforce.workflows.simulation.Status;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The row lock of a simulation, held until the surrounding transaction ends. Whoever changes a simulation takes it
 * before touching any other row.
 */
public class SimulationLock {

    /** Not the strongest lock: replies may be recorded while a turn is taken or projected, deletion has to wait. */
    private static final String LOCK = """
            select id, status, current_turn, max_turns, head
            from simulations where id = :id
            for no key update""";

    private static final String KEEP = "select 1 from simulations where id = :id for key share";

    private final JdbcClient jdbc;

    public SimulationLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<LockedSimulation> take(UUID simulation) {
        return jdbc.sql(LOCK)
                .param("id", simulation)
                .query((row, _) -> new LockedSimulation(
                        Columns.uuid(row, "id"),
                        Columns.constant(row, "status", Status.class),
                        row.getInt("current_turn"),
                        row.getInt("max_turns"),
                        row.getLong("head")))
                .optional();
    }

    /**
     * Keeps a simulation from being deleted, and from nothing else.
     *
     * @return false when it is gone already
     */
    public boolean keep(UUID simulation) {
        return jdbc.sql(KEEP)
                .param("id", simulation)
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
