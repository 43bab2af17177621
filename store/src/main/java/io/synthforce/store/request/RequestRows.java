package io.synthforce.store.request;

import io.synthforce.store.sql.Columns;
import io.synthforce.workflows.simulation.Operation;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads rows of the inbox. */
final class RequestRows {

    static final String COLUMNS =
            "id, simulation, key, operation, state, turn, http_status, error, detail, run_id, created_at";

    private RequestRows() {}

    static RequestRow read(ResultSet row, int number) throws SQLException {
        return new RequestRow(
                row.getLong("id"),
                Columns.uuid(row, "simulation"),
                row.getString("key"),
                Columns.constant(row, "operation", Operation.class),
                Columns.constant(row, "state", RequestRow.State.class),
                Columns.intOrNull(row, "turn"),
                outcome(row),
                row.getString("run_id"),
                Columns.instant(row, "created_at"));
    }

    static @Nullable Outcome outcome(ResultSet row) throws SQLException {
        Integer status = Columns.intOrNull(row, "http_status");
        return status == null ? null : new Outcome(status, row.getString("error"), row.getString("detail"));
    }
}
