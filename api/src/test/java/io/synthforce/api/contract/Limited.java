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
                    .formatted(Limited.A_CHANGE)),
    CHANGE("/simulate/what-if", "{\"session_id\": \"$played\", \"num_turns_to_simulate\": 1}"),
    PLAY("/simulate/$playable/play", "{}"),
    INJECT("/simulate/$fresh/inject", "{}"),
    LIST("/simulations", null),
    MEMORY("/memory/$played", null),
    TURNS("/simulations/$played/turns", null);

    private static final String A_CHANGE =
            "{\"type\": \"context\", \"target\": \"market\", \"change\": {\"demand\": \"falls\"}, \"description\": null}";
    private static final Pattern TEXT = Pattern.compile("x(\\d+)");
    private static final Pattern TIMES = Pattern.compile("(\\d+)\\*(\\w+)");

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
        return body == null ? "query" : this == CHANGE ? "body.modifications.0" : "body";
    }

    /** The value that a short form in the table stands for. */
    static JsonNode spelledOut(JsonNode value) {
        if (value.isString()) {
            Matcher text = TEXT.matcher(value.asString());
            if (text.matches()) {
                return StringNode.valueOf("x".repeat(Integer.parseInt(text.group(1))));
            }
            Matcher times = TIMES.matcher(value.asString());
            if (times.matches()) {
                String one = times.group(2).equals("change") ? A_CHANGE : "\"" + times.group(2) + "\"";
                return Json.mapper()
                        .readTree("[%s]"
                                .formatted(
                                        String.join(",", Collections.nCopies(Integer.parseInt(times.group(1)), one))));
            }
        }
        return value;
    }

    /** Asks without waiting for what is to be played. */
    Answer send(Caller caller, Simulations simulations, String field, JsonNode value) {
        String where = simulations.fill(path);
        if (body == null) {
            return caller.get(where + "?" + field + "=" + (value.isString() ? value.asString() : value.toString()));
        }
        ObjectNode input = (ObjectNode) Json.mapper().readTree(simulations.fill(body));
        ObjectNode holder = input;
        if (this == CHANGE) {
            holder = (ObjectNode) Json.mapper().readTree(A_CHANGE);
            input.putArray("modifications").add(holder);
        }
        String member = field;
        if (field.startsWith("config.")) {
            holder = input.putObject("config");
            member = field.substring("config.".length());
        }
        holder.set(member, value);
        return caller.send(
                HttpMethod.POST, where, Json.write(input), headers -> headers.set("Prefer", "respond-async"));
    }
}
