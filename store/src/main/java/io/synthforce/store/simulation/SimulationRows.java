package io.synthforce.store.simulation;

import io.synthforce.store.sql.Columns;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.simulation.Status;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads rows of the catalog. */
final class SimulationRows {

    static final String COLUMNS = """
            id, owner, parent, root, base_turn, scenario, status, current_turn, max_turns, head, created_at, updated_at,
            experiment, recorded_inputs""";

    static final String SUMMARY_COLUMNS =
            "id, name, description, text, status, current_turn, max_turns, created_at, updated_at";

    private SimulationRows() {}

    static SimulationRow read(ResultSet row, int number) throws SQLException {
        return new SimulationRow(
                Columns.uuid(row, "id"),
                row.getString("owner"),
                Columns.uuidOrNull(row, "parent"),
                Columns.uuid(row, "root"),
                row.getInt("base_turn"),
                Columns.json(row, "scenario", Scenario.class),
                Columns.constant(row, "status", Status.class),
                row.getInt("current_turn"),
                row.getInt("max_turns"),
                row.getLong("head"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                Columns.uuidOrNull(row, "experiment"),
                row.getBoolean("recorded_inputs"));
    }

    static SimulationSummary readSummary(ResultSet row, int number) throws SQLException {
        return new SimulationSummary(
                Columns.uuid(row, "id"),
                row.getString("name"),
                row.getString("description"),
                row.getString("text"),
                Columns.constant(row, "status", Status.class),
                row.getInt("current_turn"),
                row.getInt("max_turns"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }
}
