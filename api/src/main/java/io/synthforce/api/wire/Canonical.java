package io.synthforce.api.wire;

import io.synthforce.workflows.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** Free-form objects with their members in order of name, so that two spellings of one request are one request. */
public final class Canonical {

    private Canonical() {}

    public static Map<String, Object> of(@Nullable Map<String, Object> object) {
        Map<String, Object> sorted = new LinkedHashMap<>();
        new TreeMap<>(object == null ? Map.of() : object).forEach((name, value) -> sorted.put(name, ofValue(value)));
        return sorted;
    }

    /** A whole request. */
    public static Map<String, Object> ofTree(JsonNode request) {
        return of(Json.mapper().convertValue(request, new TypeReference<LinkedHashMap<String, Object>>() {}));
    }

    @SuppressWarnings("unchecked") // JSON objects have texts for names.
    private static @Nullable Object ofValue(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> object -> of((Map<String, Object>) object);
            case List<?> items -> items.stream().map(Canonical::ofValue).toList();
            case null, default -> value;
        };
    }
}
