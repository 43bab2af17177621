package io.synthforce.activities.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON schemas of the strict kind: every property required, none additional, no ranges (those are checked in code). */
final class Shape {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Shape() {}

    static JsonNode text() {
        return type("string");
    }

    static JsonNode integer() {
        return type("integer");
    }

    static JsonNode number() {
        return type("number");
    }

    static JsonNode yesOrNo() {
        return type("boolean");
    }

    static JsonNode list(JsonNode items) {
        ObjectNode array = type("array");
        array.set("items", items);
        return array;
    }

    static JsonNode oneOf(List<String> values) {
        ObjectNode choice = type("string");
        values.forEach(choice.putArray("enum")::add);
        return choice;
    }

    @SafeVarargs
    static JsonNode object(Map.Entry<String, JsonNode>... properties) {
        List<Map.Entry<String, JsonNode>> listed = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : properties) {
            listed.add(property);
        }
        return object(listed);
    }

    static JsonNode object(List<Map.Entry<String, JsonNode>> properties) {
        ObjectNode object = type("object");
        ObjectNode named = object.putObject("properties");
        var required = object.putArray("required");
        for (Map.Entry<String, JsonNode> property : properties) {
            named.set(property.getKey(), property.getValue());
            required.add(property.getKey());
        }
        object.put("additionalProperties", false);
        return object;
    }

    private static ObjectNode type(String name) {
        return NODES.objectNode().put("type", name);
    }
}
