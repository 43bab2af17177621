package io.synthforce.activities.groq;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Replaces what no database can keep as text: U+0000 and halves of surrogate pairs, which models do write. */
final class Storable {

    private static final char REPLACEMENT = '\uFFFD';

    private Storable() {}

    static JsonNode of(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> copy.set(text(field.getKey()), of(field.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JsonNodeFactory.instance.arrayNode(array.size());
                array.forEach(item -> copy.add(of(item)));
                yield copy;
            }
            case JsonNode value ->
                value.isString() ? JsonNodeFactory.instance.stringNode(text(value.stringValue())) : value;
        };
    }

    static String text(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? REPLACEMENT : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
