package io.synthforce.crash;

import java.sql.Connection;
import java.sql.SQLException;

/** A table that is held against writers, so that the product can be caught in the middle of a transaction. */
final class Lock implements AutoCloseable {

    private final String table;
    private final Connection connection;

    private Lock(String table, Connection connection) {
        this.table = table;
        this.connection = connection;
    }

    static Lock on(String table, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in share mode");
        }
        return new Lock(table, connection);
    }

    /** How many of the product's connections wait to write to the table. */
    int waiting() {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from pg_locks where not granted and relation = '%s'::regclass"
                                .formatted(table))) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Also when its server has been ended meanwhile. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
