package io.synthforce.store.worker;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The register of worker processes. A process that lives holds a session lock of PostgreSQL; when it is killed the
 * session ends and the lock is free, long before any timeout. A process that merely sleeps keeps its lock.
 */
public class Workers implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Workers.class);

    /** First key of the two-part advisory locks, so that they meet no others. */
    private static final int SPACE = 0x5f0c;

    private static final String REGISTER = """
            insert into workers (identity) values (:identity)
            on conflict (identity) do update set identity = excluded.identity
            returning id""";

    private static final String HOLD = "select pg_try_advisory_lock(?, ?)";

    private static final String DEAD = """
            delete from workers where id in (
              select id from workers where id <> :own and pg_try_advisory_xact_lock(:space, id::int))
            returning identity""";

    private static final String COUNT = "select count(*) from workers";

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private @Nullable Connection session;
    private int own;

    public Workers(DataSource dataSource, JdbcClient jdbc) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    /** Shows this process alive; to be repeated now and then, in case the session was lost. */
    public synchronized void live(String identity) {
        try {
            if (session == null || !session.isValid(2)) {
                release();
                own = jdbc.sql(REGISTER)
                        .param("identity", identity)
                        .query(Integer.class)
                        .single();
                session = hold(own);
            }
        } catch (SQLException e) {
            log.warn("Worker {} cannot hold its lock now; it may be taken for dead: {}", identity, e.getMessage());
        }
    }

    /** Takes those that died off the register; every death is told to one caller only. */
    public synchronized List<String> dead() {
        return jdbc.sql(DEAD)
                .param("own", own)
                .param("space", SPACE)
                .query((row, _) -> requireNonNull(row.getString("identity")))
                .list();
    }

    /** How many processes are on the register, this one at least; those that died leave it within seconds. */
    public int living() {
        try {
            return Math.max(1, jdbc.sql(COUNT).query(Integer.class).single());
        } catch (DataAccessException away) {
            log.warn("The register of workers cannot be read: {}", away.getMessage());
            return 1;
        }
    }

    private Connection hold(int id) throws SQLException {
        Connection connection = dataSource.getConnection();
        try (PreparedStatement lock = connection.prepareStatement(HOLD)) {
            lock.setInt(1, SPACE);
            lock.setInt(2, id);
            lock.execute();
        }
        return connection;
    }

    private void release() throws SQLException {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        release();
    }
}
