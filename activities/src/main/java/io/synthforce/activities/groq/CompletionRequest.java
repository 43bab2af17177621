package io.synthforce.activities.groq;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is asked of the model in one call.
 *
 * @param maxCompletionTokens reserved against the rate limit together with the prompt, so keep it modest
 * @param seed best effort on the provider's side; the scripted model follows it exactly
 * @param serviceTier null for the endpoint's default
 * @param reasoningEffort sent only to models that reason; others refuse the field
 */
public record CompletionRequest(
        String model,
        List<Message> messages,
        double temperature,
        int maxCompletionTokens,
        long seed,
        @Nullable String reasoningEffort,
        ReplyFormat format,
        Dialect dialect,
        @Nullable String serviceTier) {

    /** Which efforts a family of models takes; any other value, and the field itself elsewhere, is refused. */
    private static final Map<String, Set<String>> EFFORTS =
            Map.of("openai/gpt-oss", Set.of("low", "medium", "high"), "qwen/", Set.of("none", "default"));

    /** The tier of whoever asks for none. */
    public static final String ON_DEMAND = "on_demand";

    public CompletionRequest {
        messages = List.copyOf(messages);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("a completion needs at least one message");
        }
        if (!(temperature >= 0 && temperature <= 2)) {
            throw new IllegalArgumentException("temperature is between 0 and 2, not " + temperature);
        }
        if (maxCompletionTokens < 1) {
            throw new IllegalArgumentException("max completion tokens is at least 1, not " + maxCompletionTokens);
        }
    }

    /** Tiers have limits of their own. */
    public String modelAndTier() {
        return mayDropTier() ? model + " " + serviceTier : model;
    }

    /** Whether a tier is asked for that may be full while the usual one is not. */
    public boolean mayDropTier() {
        return serviceTier != null && !serviceTier.equals(ON_DEMAND);
    }

    /** The exact JSON that is sent; equal requests give equal text. */
    public String body() {
        return Json.write(new Body(
                model,
                dialect.form() == Form.STRICT ? messages : withSchema(),
                temperature,
                maxCompletionTokens,
                dialect.maxTokensToo() ? maxCompletionTokens : null,
                seed,
                effort(),
                serviceTier,
                switch (dialect.form()) {
                    case STRICT ->
                        new ResponseFormat("json_schema", new JsonSchema(format.name(), true, format.schema()));
                    case JSON -> new ResponseFormat("json_object", null);
                    case PROMPT -> null;
                }));
    }

    /** The schema ends the first message: it changes with the kind of question, not with the turn. */
    private List<Message> withSchema() {
        var told = new ArrayList<>(messages);
        var first = told.getFirst();
        told.set(
                0,
                new Message(
                        first.role(),
                        first.content() + "\n\nAnswer with one JSON object and nothing else. Its JSON schema:\n"
                                + format.schema()));
        return told;
    }

    private @Nullable String effort() {
        return EFFORTS.entrySet().stream()
                        .anyMatch(family -> reasoningEffort != null
                                && model.startsWith(family.getKey())
                                && family.getValue().contains(reasoningEffort))
                ? reasoningEffort
                : null;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Body(
            String model,
            List<Message> messages,
            double temperature,
            int maxCompletionTokens,
            @Nullable Integer maxTokens,
            long seed,
            @Nullable String reasoningEffort,
            @Nullable String serviceTier,
            @Nullable ResponseFormat responseFormat) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record ResponseFormat(String type, @Nullable JsonSchema jsonSchema) {}

    private record JsonSchema(String name, boolean strict, JsonNode schema) {}
}
