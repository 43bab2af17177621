package io.synthforce.embedded.model;

import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A chat request as received; readable even when it breaks every rule, because the journal lists it all the same. */
record ChatRequest(JsonNode body, byte[] hash, Prompt prompt, int promptTokens) {

    static ChatRequest read(byte[] bytes) {
        JsonNode body;
        try {
            body = Json.tree(bytes);
        } catch (JacksonException notJson) {
            body = MissingNode.getInstance();
        }
        var system = said(body, true);
        var user = said(body, false);
        var tokens = Completion.tokens(system) + Completion.tokens(user);
        return new ChatRequest(body, Chance.sha256(bytes), Prompt.of(system, user), tokens);
    }

    private static String said(JsonNode body, boolean bySystem) {
        return StreamSupport.stream(body.path("messages").spliterator(), false)
                .filter(message -> bySystem == message.path("role").asString("").equals("system"))
                .map(message -> message.path("content").asString(""))
                .collect(Collectors.joining("\n"));
    }

    String model() {
        return body.path("model").asString("");
    }

    @Nullable
    Long seed() {
        return body.path("seed").isIntegralNumber() ? body.path("seed").asLong(0) : null;
    }

    String bodyHash() {
        return HexFormat.of().formatHex(hash);
    }

    Chance chance() {
        return Chance.of(hash);
    }

    String formatType() {
        return body.at("/response_format/type").asString("text");
    }

    @Nullable
    String schemaName() {
        return body.at("/response_format/json_schema/name").asString(null);
    }

    JsonNode schema() {
        return body.at("/response_format/json_schema/schema");
    }

    boolean strict() {
        return body.at("/response_format/json_schema/strict").asBoolean(false);
    }

    /** The completion budget; unbounded when none is given. */
    int budget() {
        var deprecated = body.path("max_tokens").asInt(Integer.MAX_VALUE);
        return body.path("max_completion_tokens").asInt(deprecated);
    }
}
