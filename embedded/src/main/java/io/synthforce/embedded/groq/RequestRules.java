package io.synthforce.embedded.groq;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What Groq refuses before it asks a model. */
public final class RequestRules {

    private static final List<String> UNSUPPORTED = List.of("logprobs", "top_logprobs", "logit_bias");
    private static final Set<String> FORMATS = Set.of("text", "json_object", "json_schema");
    private static final Set<String> EFFORTS = Set.of("low", "medium", "high");

    private RequestRules() {}

    public static @Nullable GroqError broken(ChatRequest request) {
        var body = request.body();
        if (!body.isObject()) {
            return GroqError.badRequest("could not parse the JSON body of the request as an object");
        }
        if (request.model().isBlank()) {
            return GroqError.badRequest("'model' : property 'model' is missing");
        }
        var messages = brokenMessages(body.path("messages"));
        if (messages != null) {
            return messages;
        }
        for (var field : UNSUPPORTED) {
            if (body.hasNonNull(field)) {
                return GroqError.badRequest("'" + field + "' : property '" + field + "' is unsupported");
            }
        }
        if (body.path("n").asInt(1) != 1) {
            return GroqError.badRequest("'n' : number must be at most 1");
        }
        if (body.path("stream").asBoolean(false)) {
            return GroqError.badRequest("the scripted model does not stream; send stream: false");
        }
        return brokenOptions(request);
    }

    private static @Nullable GroqError brokenMessages(JsonNode messages) {
        if (messages.isMissingNode()) {
            return GroqError.badRequest("'messages' : property 'messages' is missing");
        }
        if (!messages.isArray() || messages.isEmpty()) {
            return GroqError.badRequest("'messages' : minimum number of items is 1");
        }
        for (var i = 0; i < messages.size(); i++) {
            if (messages.get(i).has("name")) {
                return GroqError.badRequest("'messages." + i + ".name' : property 'name' is unsupported");
            }
            if (!messages.get(i).path("content").isString()) {
                return GroqError.badRequest("'messages." + i + ".content' : value must be a string");
            }
        }
        return null;
    }

    private static @Nullable GroqError brokenOptions(ChatRequest request) {
        var body = request.body();
        var temperature = body.path("temperature").asDouble(1);
        if (!(temperature >= 0 && temperature <= 2)) {
            return GroqError.badRequest("'temperature' : number must be between 0 and 2");
        }
        if (request.budget() < 1) {
            return GroqError.badRequest("'max_completion_tokens' : number must be at least 1");
        }
        var effort = body.path("reasoning_effort").asString(null);
        if (effort != null && request.model().startsWith("openai/gpt-oss") && !EFFORTS.contains(effort)) {
            return GroqError.badRequest("'reasoning_effort' : value must be one of low, medium, high");
        }
        if (effort != null && request.model().startsWith("llama")) {
            return GroqError.badRequest("`reasoning_effort` is not supported with this model");
        }
        if (!FORMATS.contains(request.formatType())) {
            return GroqError.badRequest("'response_format.type' : value must be one of text, json_object, json_schema");
        }
        return request.formatType().equals("json_schema") ? StrictSchema.broken(request) : null;
    }
}
