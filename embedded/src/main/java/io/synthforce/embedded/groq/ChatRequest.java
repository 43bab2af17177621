package io.synthforce.embedded.groq;

import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A chat request as received; readable even when it breaks every rule, because the journal lists it all the same. */
public record ChatRequest(JsonNode body, byte[] hash) {

    public static ChatRequest read(byte[] bytes) {
        JsonNode body;
        try {
            body = Json.tree(bytes);
        } catch (JacksonException notJson) {
            body = MissingNode.getInstance();
        }
        return new ChatRequest(body, Chance.sha256(bytes));
    }

    /** What the system messages say. */
    public String system() {
        return said(true);
    }

    /** What all others say. */
    public String user() {
        return said(false);
    }

    /** Estimated at four characters a token. */
    public int promptTokens() {
        return Completion.tokens(system()) + Completion.tokens(user());
    }

    private String said(boolean bySystem) {
        return StreamSupport.stream(body.path("messages").spliterator(), false)
                .filter(message -> bySystem == message.path("role").asString("").equals("system"))
                .map(message -> message.path("content").asString(""))
                .collect(Collectors.joining("\n"));
    }

    public String model() {
        return body.path("model").asString("");
    }

    @Nullable
    public Long seed() {
        return body.path("seed").isIntegralNumber() ? body.path("seed").asLong(0) : null;
    }

    public String bodyHash() {
        return HexFormat.of().formatHex(hash);
    }

    public Chance chance() {
        return Chance.of(hash);
    }

    public String formatType() {
        return body.at("/response_format/type").asString("text");
    }

    @Nullable
    public String schemaName() {
        return body.at("/response_format/json_schema/name").asString(null);
    }

    public JsonNode schema() {
        return body.at("/response_format/json_schema/schema");
    }

    public boolean strict() {
        return body.at("/response_format/json_schema/strict").asBoolean(false);
    }

    /** The completion budget; unbounded when none is given. */
    public int budget() {
        var deprecated = body.path("max_tokens").asInt(Integer.MAX_VALUE);
        return body.path("max_completion_tokens").asInt(deprecated);
    }
}
