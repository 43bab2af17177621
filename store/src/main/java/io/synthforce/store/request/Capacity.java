package io.synthforce.store.request;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many simulations may be playing for callers at once, over all processes. A simulation counts once, however many of
 * its requests wait, and branches of a what-if do not. Whoever would be one more looks and stores under one lock, so the limit is exact.
 */
final class Capacity {

    /** Any number, as long as nobody else uses it. */
    private static final String LOCK = "select cast(pg_advisory_xact_lock(7239001) as text)";

    private static final String IS_FREE = """
            select exists (select from simulations where id = :simulation and experiment is not null) or exists (
              select from requests
              where simulation = :simulation and state in ('open', 'taken') and operation in ('next', 'play'))""";

    private static final String PLAYING = """
            select count(distinct r.simulation)
            from requests r join simulations s on s.id = r.simulation and s.experiment is null
            where r.state in ('open', 'taken') and r.operation in ('next', 'play')""";

    private final JdbcClient jdbc;
    private final int limit;

    Capacity(JdbcClient jdbc, int limit) {
        this.jdbc = jdbc;
        this.limit = limit;
    }

    /** For the transaction that stores the request; others that would be one more wait for its end. */
    boolean isThereFor(UUID simulation) {
        if (jdbc.sql(IS_FREE)
                .param("simulation", simulation)
                .query(Boolean.class)
                .single()) {
            return true;
        }
        jdbc.sql(LOCK).query(String.class).single();
        return jdbc.sql(PLAYING).query(Integer.class).single() < limit;
    }

    int limit() {
        return limit;
    }
}
