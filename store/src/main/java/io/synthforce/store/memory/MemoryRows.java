package io.synthforce.store.memory;

import io.synthforce.store.sql.Columns;
import io.synthforce.workflows.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** Reads rows of memories together with how often the reader recalled them. */
final class MemoryRows {

    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    private MemoryRows() {}

    static Memory read(ResultSet row, int number) throws SQLException {
        return new Memory(
                Columns.uuid(row, "id"),
                row.getInt("turn"),
                row.getString("seat"),
                row.getString("agent_role"),
                row.getString("memory_type"),
                row.getString("key"),
                content(row),
                // The shortest decimal of the stored four-byte number: 0.6 is read as it was written.
                Double.parseDouble(Float.toString(row.getFloat("importance"))),
                row.getInt("reads"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "last_at"),
                Columns.instantOrNull(row, "expires_at"));
    }

    private static Map<String, Object> content(ResultSet row) throws SQLException {
        return Json.mapper().readValue(row.getString("content"), OBJECT);
    }
}
