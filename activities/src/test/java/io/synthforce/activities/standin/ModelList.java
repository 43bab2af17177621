package io.synthforce.activities.standin;

import io.synthforce.embedded.groq.ChatRequest;
import io.synthforce.embedded.groq.GroqError;
import io.synthforce.embedded.groq.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The models on offer, each with what it can do and its prices; one that is retired is gone from here at once. */
public final class ModelList {

    /** What a model can be held to. */
    public enum Ability {
        STRUCTURED_OUTPUTS,
        JSON_MODE,
        NOTHING
    }

    private final Map<String, Ability> abilities = new ConcurrentHashMap<>(Map.of(
            "openai/gpt-oss-120b",
            Ability.STRUCTURED_OUTPUTS,
            "openai/gpt-oss-20b",
            Ability.STRUCTURED_OUTPUTS,
            "qwen/qwen3.8-27b",
            Ability.JSON_MODE));
    private final Set<String> retired = ConcurrentHashMap.newKeySet();
    private final Map<String, String> prompts = new ConcurrentHashMap<>();
    private volatile boolean away;

    public void retire(String model) {
        retired.add(model);
    }

    public void offer(String model, Ability ability) {
        abilities.put(model, ability);
    }

    /** From now on a prompt's token costs so many dollars. */
    public void price(String model, String prompt) {
        prompts.put(model, prompt);
    }

    /** From now on the list itself is not to be had; models still answer. */
    public void goAway() {
        away = true;
    }

    @Nullable
    GroqError refusal(ChatRequest request) {
        var model = request.model();
        if (retired.contains(model)) {
            return GroqError.invalid(
                    404,
                    "The model `%s` does not exist or you do not have access to it.".formatted(model),
                    "model_not_found");
        }
        var ability = abilities.getOrDefault(model, Ability.STRUCTURED_OUTPUTS);
        var format = request.formatType();
        var can = switch (ability) {
            case STRUCTURED_OUTPUTS -> true;
            case JSON_MODE -> !format.equals("json_schema");
            case NOTHING -> format.equals("text");
        };
        return can ? null : GroqError.badRequest("This model does not support response format `%s`.".formatted(format));
    }

    MockResponse answer(String path) {
        if (away) {
            return new MockResponse.Builder().code(503).build();
        }
        var list = Json.object().put("object", "list");
        var data = list.putArray("data");
        abilities.keySet().stream()
                .filter(model -> !retired.contains(model))
                .sorted()
                .forEach(model -> data.add(described(model)));
        return new MockResponse.Builder().body(Json.write(list)).build();
    }

    private ObjectNode described(String id) {
        var model = Json.object()
                .put("id", id)
                .put("object", "model")
                .put("owned_by", "stand-in")
                .put("active", true)
                .put("context_window", 131_072);
        var features = model.putArray("supported_features");
        features(abilities.getOrDefault(id, Ability.NOTHING)).forEach(features::add);
        model.putObject("pricing")
                .put("prompt", prompts.getOrDefault(id, "0.00000015"))
                .put("completion", "0.0000006")
                .put("input_cache_read", "0.000000075");
        return model;
    }

    private static List<String> features(Ability ability) {
        return switch (ability) {
            case STRUCTURED_OUTPUTS -> List.of("json_mode", "structured_outputs", "reasoning");
            case JSON_MODE -> List.of("json_mode");
            case NOTHING -> List.of();
        };
    }
}
