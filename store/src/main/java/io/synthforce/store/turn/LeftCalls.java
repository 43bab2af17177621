package io.synthforce.store.turn;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Recorded calls of a turn that was left. Forgetting one leaves its attempts booked. */
final class LeftCalls {

    private static final String FORGET = "delete from calls where simulation = :simulation and turn = :turn";

    private final JdbcClient jdbc;

    LeftCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void forget(UUID simulation, int turn) {
        forget(FORGET, simulation, turn);
    }

    /** Those that were given up: whoever takes the turn up again asks anew. */
    void forgetDegraded(UUID simulation, int turn) {
        forget(FORGET + " and state = 'degraded'", simulation, turn);
    }

    private void forget(String sql, UUID simulation, int turn) {
        jdbc.sql(sql).param("simulation", simulation).param("turn", turn).update();
    }
}
