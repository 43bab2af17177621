package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.Json;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A context as people read it: {@code {"runway_months": 9}} is "runway months: 9". */
final class Facts {

    private Facts() {}

    static @Nullable String inWords(@Nullable String context) {
        if (context == null || !context.startsWith("{") || context.length() > Excerpt.READ) {
            return context;
        }
        try {
            return Json.tree(context.getBytes(StandardCharsets.UTF_8))
                    .propertyStream()
                    .map(fact -> Item.spoken(fact.getKey()) + ": " + said(fact.getValue()))
                    .collect(Collectors.joining("\n"));
        } catch (JacksonException notJson) {
            return context;
        }
    }

    private static String said(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }
}
