package io.synthforce.activities.groq;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is asked of the model in one call.
 *
 * @param maxCompletionTokens reserved against the rate limit together with the prompt, so keep it modest
 * @param seed best effort on the provider's side; the scripted model follows it exactly
 * @param reasoningEffort sent only to models that reason; others refuse the field
 */
public record CompletionRequest(
        String model,
        List<Message> messages,
        double temperature,
        int maxCompletionTokens,
        long seed,
        @Nullable String reasoningEffort,
        ReplyFormat format) {

    private static final String REASONING_MODELS = "openai/gpt-oss";

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

    /** The exact JSON that is sent; equal requests give equal text. */
    public String body() {
        return Json.write(new Body(
                model,
                messages,
                temperature,
                maxCompletionTokens,
                seed,
                model.startsWith(REASONING_MODELS) ? reasoningEffort : null,
                new ResponseFormat("json_schema", new JsonSchema(format.name(), true, format.schema()))));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Body(
            String model,
            List<Message> messages,
            double temperature,
            int maxCompletionTokens,
            long seed,
            @Nullable String reasoningEffort,
            ResponseFormat responseFormat) {}

    private record ResponseFormat(String type, JsonSchema jsonSchema) {}

    private record JsonSchema(String name, boolean strict, JsonNode schema) {}
}
