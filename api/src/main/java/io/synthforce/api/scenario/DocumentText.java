package io.synthforce.api.scenario;

import io.synthforce.api.problem.InvalidField;
import io.synthforce.api.problem.InvalidFields;
import io.synthforce.api.wire.TextFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads the text of a document, YAML or JSON, and keeps where everything was written. */
final class DocumentText {

    private static final int DEEPEST = 16;
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String source;
    private final Map<String, Place> places = new LinkedHashMap<>();

    private DocumentText(String source) {
        this.source = source;
    }

    /**
     * @param source what the request calls the document
     * @throws InvalidFields with line and column of what cannot be read
     */
    static Located read(String text, String source) {
        return new DocumentText(source).read(text);
    }

    private Located read(String text) {
        try (JsonParser parser = (text.stripLeading().startsWith("{") ? JSON : YAML).createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw fault("", "A scenario is a mapping of names to values", parser.currentTokenLocation());
            }
            JsonNode root = value(parser, "", 0);
            if (parser.nextToken() != null) {
                throw fault("", "There is something after the end of the scenario", parser.currentTokenLocation());
            }
            return new Located(source, root, places);
        } catch (JacksonException unreadable) {
            String message = Optional.ofNullable(unreadable.getOriginalMessage())
                    .map(said -> said.lines().findFirst().orElse(said))
                    .orElse("cannot be read");
            throw fault("", "This is neither YAML nor JSON: " + message, unreadable.getLocation());
        }
    }

    private JsonNode value(JsonParser parser, String pointer, int depth) {
        TokenStreamLocation at = parser.currentTokenLocation();
        places.putIfAbsent(pointer, place(at));
        if (depth > DEEPEST) {
            throw fault(pointer, "It is nested more deeply than " + DEEPEST + " levels", at);
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw fault(pointer, "Anchors and aliases are not read; write it out", at);
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, pointer, depth);
            case START_ARRAY -> array(parser, pointer, depth);
            case VALUE_STRING -> NODES.stringNode(text(parser, pointer));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, pointer);
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
            case VALUE_NULL -> NODES.nullNode();
            case null, default -> throw fault(pointer, "This cannot be read", at);
        };
    }

    private JsonNode object(JsonParser parser, String pointer, int depth) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = text(parser, pointer);
            String member = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            if (object.has(name)) {
                throw fault(member, "'%s' is here twice".formatted(name), parser.currentTokenLocation());
            }
            places.put(member, place(parser.currentTokenLocation()));
            parser.nextToken();
            object.set(name, value(parser, member, depth + 1));
        }
        return object;
    }

    private JsonNode array(JsonParser parser, String pointer, int depth) {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, pointer + "/" + array.size(), depth + 1));
        }
        return array;
    }

    /** Nothing a ledger could hold is longer; an exponent could write a number no machine can add. */
    private JsonNode number(JsonParser parser, String pointer) {
        String written = parser.getString();
        if (written.length() > 30 || !parser.isExpectedNumberIntToken() && written.matches(".*[eE].*")) {
            throw fault(pointer, "Write numbers plainly, in at most 30 digits", parser.currentTokenLocation());
        }
        return parser.isExpectedNumberIntToken()
                ? NODES.numberNode(parser.getBigIntegerValue())
                : NODES.numberNode(parser.getDecimalValue());
    }

    private String text(JsonParser parser, String pointer) {
        String text = parser.getString().strip();
        TextFault.in(text).ifPresent(fault -> {
            throw fault(pointer, fault.message(), parser.currentTokenLocation());
        });
        return text;
    }

    private InvalidFields fault(String pointer, String message, TokenStreamLocation at) {
        Place place = place(at);
        return new InvalidFields(List.of(new InvalidField(
                source + pointer.replace('/', '.'), message, "document", pointer, place.line(), place.column())));
    }

    private static Place place(TokenStreamLocation at) {
        return new Place(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }
}
