package io.synthforce.api.contract;

import io.synthforce.api.Caller;
import io.synthforce.api.Caller.Answer;
import io.synthforce.workflows.json.Json;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** An operation whose input has limits, with an input that fits but for the one field that is tried. */
enum Limited {
    START("/simulate/start", "{\"scenario\": \"We consider raising our prices.\"}"),
    NEXT("/simulate/next", "{\"session_id\": \"$fresh\"}"),
    WHAT_IF(
            "/simulate/what-if",
            "{\"session_id\": \"$played\", \"num_turns_to_simulate\": 1, \"modifications\": [%s]}"
                    .formatted(Limited.CHANGE)),
    LIST("/simulations", null);

    private static final String CHANGE =
            "{\"type\": \"context\", \"target\": \"market\", \"change\": {\"demand\": \"falls\"}, \"description\": null}";
    private static final Pattern TEXT = Pattern.compile("x(\\d+)");
    private static final Pattern CHANGES = Pattern.compile("(\\d+)\\*change");

    private final String path;
    private final String body;

    Limited(String path, String body) {
        this.path = path;
        this.body = body;
    }

    static Limited of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Where its fields are looked for. */
    String source() {
        return this == LIST ? "query" : "body";
    }

    /** The value that a short form in the table stands for. */
    static JsonNode spelledOut(JsonNode value) {
        if (value.isString()) {
            Matcher text = TEXT.matcher(value.asString());
            if (text.matches()) {
                return StringNode.valueOf("x".repeat(Integer.parseInt(text.group(1))));
            }
            Matcher changes = CHANGES.matcher(value.asString());
            if (changes.matches()) {
                return Json.mapper()
                        .readTree("[%s]"
                                .formatted(String.join(
                                        ",", Collections.nCopies(Integer.parseInt(changes.group(1)), CHANGE))));
            }
        }
        return value;
    }

    /** Asks without waiting for what is to be played. */
    Answer send(Caller caller, Simulations simulations, String field, JsonNode value) {
        if (this == LIST) {
            return caller.get(path + "?" + field + "=" + (value.isString() ? value.asString() : value.toString()));
        }
        ObjectNode input = (ObjectNode) Json.mapper().readTree(simulations.fill(body));
        ObjectNode holder = input;
        String member = field;
        if (field.startsWith("config.")) {
            holder = input.putObject("config");
            member = field.substring("config.".length());
        }
        holder.set(member, value);
        return caller.send(HttpMethod.POST, path, Json.write(input), headers -> headers.set("Prefer", "respond-async"));
    }
}
