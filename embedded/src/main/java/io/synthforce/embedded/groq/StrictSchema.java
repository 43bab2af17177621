package io.synthforce.embedded.groq;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The rules for schemas under constrained decoding: closed objects, everything required, no counts. */
final class StrictSchema {

    private static final List<String> UNSUPPORTED = List.of("minItems", "maxItems");
    private static final int DEEPEST = 100;

    private StrictSchema() {}

    static @Nullable GroqError broken(ChatRequest request) {
        var name = request.schemaName();
        if (name == null || name.isBlank()) {
            return GroqError.badRequest("'response_format.json_schema.name' : property 'name' is missing");
        }
        if (!request.schema().isObject()) {
            return GroqError.badRequest("'response_format.json_schema.schema' : property 'schema' is missing");
        }
        var fault = request.strict() ? fault(request.schema(), "", 0) : null;
        return fault == null
                ? null
                : GroqError.badRequest("invalid JSON schema for response_format: '" + name + "': " + fault);
    }

    private static @Nullable String fault(JsonNode schema, String path, int depth) {
        if (depth > DEEPEST) {
            return path + ": the schema is nested too deeply";
        }
        if (!schema.isObject()) {
            return null;
        }
        for (var keyword : UNSUPPORTED) {
            if (schema.has(keyword)) {
                return path + ": " + keyword + " is not supported";
            }
        }
        var own = schema.path("properties").isObject() || isObjectType(schema) ? ofObject(schema, path) : null;
        return own != null ? own : ofParts(schema, path, depth);
    }

    private static boolean isObjectType(JsonNode schema) {
        return schema.path("type").asString("").equals("object");
    }

    private static @Nullable String ofObject(JsonNode schema, String path) {
        var additional = schema.path("additionalProperties");
        if (!additional.isBoolean() || additional.asBoolean()) {
            return (path.isEmpty() ? "" : path + ": ") + "additionalProperties:false must be set on every object";
        }
        var required = new ArrayList<String>();
        schema.path("required").forEach(name -> required.add(name.asString("")));
        var missing = schema.path("properties")
                .propertyStream()
                .map(property -> property.getKey())
                .filter(property -> !required.contains(property))
                .toList();
        return missing.isEmpty()
                ? null
                : path + "/required: The following properties must be listed in `required`: "
                        + String.join(", ", missing);
    }

    private static @Nullable String ofParts(JsonNode schema, String path, int depth) {
        for (var keyword : List.of("properties", "$defs", "definitions")) {
            for (var part : schema.path(keyword).properties()) {
                var fault = fault(part.getValue(), path + "/" + keyword + "/" + part.getKey(), depth + 1);
                if (fault != null) {
                    return fault;
                }
            }
        }
        for (var keyword : List.of("anyOf", "oneOf", "allOf")) {
            for (var i = 0; i < schema.path(keyword).size(); i++) {
                var fault = fault(schema.path(keyword).get(i), path + "/" + keyword + "/" + i, depth + 1);
                if (fault != null) {
                    return fault;
                }
            }
        }
        return fault(schema.path("items"), path + "/items", depth + 1);
    }
}
