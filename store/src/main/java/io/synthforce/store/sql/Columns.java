package io.synthforce.store.sql;

import io.synthforce.workflows.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Columns as this schema writes them: constants in lower case, times in UTC, JSON of the shared mapper. */
public final class Columns {

    private Columns() {}

    public static UUID uuid(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, UUID.class);
    }

    public static @Nullable UUID uuidOrNull(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, UUID.class);
    }

    public static @Nullable Integer intOrNull(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, Integer.class);
    }

    public static @Nullable Long longOrNull(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, Long.class);
    }

    public static Instant instant(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet rows, String column) throws SQLException {
        OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static <E extends Enum<E>> E constant(ResultSet rows, String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, rows.getString(column).toUpperCase(Locale.ROOT));
    }

    public static <T> T json(ResultSet rows, String column, Class<T> type) throws SQLException {
        return Json.read(rows.getString(column), type);
    }

    /** The word a constant is stored as. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The form in which the driver takes a time. */
    public static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
