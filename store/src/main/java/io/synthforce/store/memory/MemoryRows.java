package io.synthforce.store.memory;

import io.synthforce.store.sql.Columns;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.memory.MemoryType;
import io.synthforce.workflows.memory.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Reads rows of memories, with the columns {@link Lineage#COLUMNS} names. */
final class MemoryRows {

    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    private MemoryRows() {}

    static Memory read(ResultSet row, int number) throws SQLException {
        return new Memory(
                Columns.uuid(row, "id"),
                row.getInt("turn"),
                row.getLong("seq"),
                row.getString("seat"),
                row.getString("agent_role"),
                Columns.constant(row, "memory_type", MemoryType.class),
                row.getString("key"),
                content(row),
                // The shortest decimal of the stored four-byte number: 0.6 is read as it was written.
                Double.parseDouble(Float.toString(row.getFloat("importance"))),
                Columns.intOrNull(row, "until_turn"),
                row.getBoolean("pinned"),
                settled(row.getString("settled")),
                Columns.intOrNull(row, "settled_turn"),
                List.of((String[]) row.getArray("sources").getArray()),
                row.getInt("reads"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "last_at"),
                Columns.instantOrNull(row, "expires_at"),
                Columns.intOrNull(row, "written_from"));
    }

    private static @Nullable Outcome settled(@Nullable String word) {
        return word == null ? null : Outcome.of(word).orElseThrow();
    }

    private static Map<String, Object> content(ResultSet row) throws SQLException {
        return Json.mapper().readValue(row.getString("content"), OBJECT);
    }
}
