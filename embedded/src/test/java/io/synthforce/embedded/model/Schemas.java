package io.synthforce.embedded.model;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.synthforce.embedded.groq.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The strict schemas of the product's questions, in short hand. */
final class Schemas {

    private static final String TEXT = "{\"type\":\"string\"}";
    private static final String NUMBER = "{\"type\":\"number\"}";
    private static final String INTEGER = "{\"type\":\"integer\"}";
    private static final String LABEL = oneOf(List.of("A", "B", "C", "D", "E", "F", "G"));
    private static final String ISSUE = oneOf(List.of("decision", "pace"));
    private static final String STANCES = list(object("issue", ISSUE, "stance", INTEGER));
    private static final String ACTIONS = list(
            object("action", oneOf(List.of("launch_campaign", "improve_product", "freeze_spending")), "reason", TEXT));
    private static final String SEATS = list(oneOf(Prompts.SEATS));

    static final Map<String, JsonNode> ALL = Map.of(
            "position",
            tree(object(
                    "text",
                    TEXT,
                    "stances",
                    STANCES,
                    "confidence",
                    NUMBER,
                    "actions",
                    ACTIONS,
                    "proposals",
                    list(TEXT),
                    "directed_to",
                    SEATS,
                    "facts",
                    list(object("text", TEXT, "importance", NUMBER, "until_turn", INTEGER)),
                    "commitments",
                    list(object("text", TEXT, "until_turn", INTEGER)),
                    "settled",
                    list(object("id", TEXT, "outcome", oneOf(List.of("kept", "dropped")))),
                    "reflections",
                    list(object("text", TEXT, "importance", NUMBER, "sources", list(TEXT))),
                    "tasks",
                    list(object(
                            "id", TEXT,
                            "name", TEXT,
                            "description", TEXT,
                            "state", oneOf(List.of("planned", "in_progress", "blocked", "done")),
                            "effort_hours", NUMBER,
                            "percent_done", NUMBER,
                            "completion_chance", NUMBER,
                            "priority", INTEGER,
                            "depends_on", list(TEXT),
                            "functions",
                                    list(object(
                                            "name", TEXT,
                                            "type", oneOf(List.of("EI", "EO", "EQ", "ILF", "EIF")),
                                            "data_elements", INTEGER,
                                            "files", INTEGER)))),
                    "characteristics",
                    object("performance", INTEGER, "reusability", INTEGER),
                    "importance",
                    NUMBER)),
            "reply",
            tree(object(
                    "text", TEXT,
                    "stances", STANCES,
                    "confidence", NUMBER,
                    "actions", ACTIONS,
                    "directed_to", SEATS,
                    "conceded", "{\"type\":\"boolean\"}")),
            "disagreements",
            tree(object(
                    "disagreements",
                    list(object(
                            "issue", ISSUE, "question", TEXT, "between", list(LABEL), "must_answer", list(LABEL))))),
            "minutes",
            tree(object("text", TEXT, "decisions", list(TEXT), "open_questions", list(TEXT), "next_focus", TEXT)),
            "analysis",
            tree(object("text", TEXT, "risks", list(TEXT), "confidence", NUMBER)));

    private Schemas() {}

    static ObjectNode format(String name) {
        return format(name, ALL.get(name));
    }

    static ObjectNode format(String name, JsonNode schema) {
        var format = Json.object().put("type", "json_schema");
        format.putObject("json_schema").put("name", name).put("strict", true).set("schema", schema);
        return format;
    }

    static List<String> errors(JsonNode schema, JsonNode value) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(value)
                .stream()
                .map(Object::toString)
                .toList();
    }

    static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private static String oneOf(List<String> values) {
        return "{\"type\":\"string\",\"enum\":["
                + values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(",")) + "]}";
    }

    private static String list(String items) {
        return "{\"type\":\"array\",\"items\":" + items + "}";
    }

    private static String object(String... namesAndSchemas) {
        var object = Json.object().put("type", "object").put("additionalProperties", false);
        for (var i = 0; i < namesAndSchemas.length; i += 2) {
            object.withObject("/properties").set(namesAndSchemas[i], tree(namesAndSchemas[i + 1]));
            object.withArray("required").add(namesAndSchemas[i]);
        }
        return object.toString();
    }
}
