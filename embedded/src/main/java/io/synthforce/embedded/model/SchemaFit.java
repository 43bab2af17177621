package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/**
 * Turns a draft into a document the schema accepts: what fits is kept, what does not is replaced, what is missing is
 * made up, what is unknown is dropped. So a script may be written loosely and an unknown schema still gets an answer.
 */
final class SchemaFit {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** From here on lists stay empty and what may be null is, so that recursive schemas end soon. */
    private static final int DEEP = 12;

    private static final int DEEPEST = 48;

    private final JsonNode root;
    private final Chance chance;
    private final UnaryOperator<String> prose;

    /** @param prose a sentence for the property of that name */
    SchemaFit(JsonNode root, Chance chance, UnaryOperator<String> prose) {
        this.root = root;
        this.chance = chance;
        this.prose = prose;
    }

    JsonNode fit(JsonNode draft) {
        return fit(root, draft, "", 0);
    }

    private JsonNode fit(JsonNode schema, JsonNode draft, String path, int depth) {
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
            return oneOf(List.copyOf(schema.path("enum").values()), draft, path);
        }
        var target = schema.path("$ref").asString(null);
        if (target != null) {
            return depth < DEEPEST ? fit(resolved(target), draft, path, depth + 1) : NODES.nullNode();
        }
        var branch = branch(schema, draft, depth);
        if (branch != null) {
            return fit(branch, draft, path, depth + 1);
        }
        return switch (type(schema, draft, depth)) {
            case "object" -> object(schema, draft, path, depth);
            case "array" -> array(schema, draft, path, depth);
            case "integer" -> NODES.numberNode(Math.round(number(schema, draft, path, 10)));
            case "number" -> NODES.numberNode(number(schema, draft, path, 1));
            case "boolean" -> NODES.booleanNode(draft.isBoolean() ? draft.asBoolean() : chance.unit(path) < 0.5);
            case "null" -> NODES.nullNode();
            default -> NODES.stringNode(draft.isString() ? draft.asString() : prose.apply(path));
        };
    }

    private JsonNode oneOf(List<JsonNode> values, JsonNode draft, String path) {
        return values.contains(draft) ? draft : chance.pick(values, path);
    }

    private JsonNode resolved(String reference) {
        return reference.startsWith("#/") ? root.at(reference.substring(1)) : root;
    }

    /** Of alternatives the one of the draft's type, else the first; null alternatives end a recursion. */
    private static @Nullable JsonNode branch(JsonNode schema, JsonNode draft, int depth) {
        for (var keyword : List.of("anyOf", "oneOf", "allOf")) {
            var branches = List.copyOf(schema.path(keyword).values());
            for (var branch : branches) {
                var type = branch.path("type").asString("");
                if (depth > DEEP ? type.equals("null") : isOf(type, draft)) {
                    return branch;
                }
            }
            if (!branches.isEmpty()) {
                return branches.getFirst();
            }
        }
        return null;
    }

    private static String type(JsonNode schema, JsonNode draft, int depth) {
        var types = new ArrayList<String>();
        schema.path("type").forEach(type -> types.add(type.asString("")));
        if (types.isEmpty()) {
            var otherwise = schema.has("properties") ? "object" : schema.has("items") ? "array" : "string";
            return schema.path("type").asString(otherwise);
        }
        if (depth > DEEP && types.contains("null")) {
            return "null";
        }
        return types.stream().filter(type -> isOf(type, draft)).findFirst().orElse(types.getFirst());
    }

    private static boolean isOf(String type, JsonNode draft) {
        return switch (type) {
            case "object" -> draft.isObject();
            case "array" -> draft.isArray();
            case "integer" -> draft.isIntegralNumber();
            case "number" -> draft.isNumber();
            case "boolean" -> draft.isBoolean();
            case "string" -> draft.isString();
            case "null" -> draft.isNull();
            default -> false;
        };
    }

    private JsonNode object(JsonNode schema, JsonNode draft, String path, int depth) {
        var object = NODES.objectNode();
        schema.path("properties")
                .properties()
                .forEach(p -> object.set(
                        p.getKey(), fit(p.getValue(), draft.path(p.getKey()), path + "/" + p.getKey(), depth + 1)));
        return object;
    }

    private JsonNode array(JsonNode schema, JsonNode draft, String path, int depth) {
        var array = NODES.arrayNode();
        var items = schema.path("items");
        if (items.path("enum").isArray() && items.path("enum").isEmpty()) {
            return array;
        }
        if (draft.isArray()) {
            draft.forEach(item -> array.add(fit(items, item, path + "/" + array.size(), depth + 1)));
        } else if (depth < DEEP) {
            var size = 1 + chance.below(2, path + "#");
            for (var i = 0; i < size; i++) {
                array.add(fit(items, MissingNode.getInstance(), path + "/" + i, depth + 1));
            }
        }
        return array;
    }

    private double number(JsonNode schema, JsonNode draft, String path, double span) {
        var least = schema.path("minimum").asDouble(0);
        var most = schema.path("maximum").asDouble(Math.max(least, 0) + span);
        if (draft.isNumber()) {
            var given = draft.asDouble(0);
            return schema.has("minimum") || schema.has("maximum") ? Math.clamp(given, least, most) : given;
        }
        return Math.clamp(Math.round((least + chance.unit(path) * (most - least)) * 100) / 100.0, least, most);
    }
}
