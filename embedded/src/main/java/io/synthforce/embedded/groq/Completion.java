package io.synthforce.embedded.groq;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer in Groq's shape. Tokens are estimated at four characters each.
 *
 * @param content null or empty when nothing was written
 */
public record Completion(
        ChatRequest request, @Nullable String content, String finishReason, String requestId, Spent spent) {

    private static final String FINGERPRINT = "fp_5c819ced00";
    private static final double PROMPT_RATE = 20_000;
    private static final double COMPLETION_RATE = 500;
    private static final double QUEUE = 0.02;

    public static Completion of(ChatRequest request, String content, String finishReason) {
        return new Completion(request, content, finishReason, freshRequestId(), Spent.on(request, content));
    }

    public static int tokens(String text) {
        return Math.max(1, text.length() / 4);
    }

    public ObjectNode body() {
        var body = Json.object()
                .put("id", "chatcmpl-" + UUID.randomUUID())
                .put("object", "chat.completion")
                .put("created", Instant.now().getEpochSecond())
                .put("model", request.model());
        var choice = body.putArray("choices").addObject().put("index", 0);
        choice.putObject("message").put("role", "assistant").put("content", content);
        choice.putNull("logprobs").put("finish_reason", finishReason);
        usage(body.putObject("usage"));
        body.putNull("usage_breakdown").put("system_fingerprint", FINGERPRINT);
        body.putObject("x_groq").put("id", requestId).put("seed", seed());
        return body.put("service_tier", "on_demand");
    }

    /** Sent as {@code x-request-id} too. */
    public static String freshRequestId() {
        Random random = ThreadLocalRandom.current();
        var id = new StringBuilder("req_");
        for (var i = 0; i < 26; i++) {
            id.append(Character.forDigit(random.nextInt(36), 36));
        }
        return id.toString();
    }

    private void usage(ObjectNode usage) {
        var promptTime = spent.prompt() / PROMPT_RATE;
        var completionTime = spent.completion() / COMPLETION_RATE;
        usage.put("queue_time", QUEUE)
                .put("prompt_tokens", spent.prompt())
                .put("prompt_time", promptTime)
                .put("completion_tokens", spent.completion())
                .put("completion_time", completionTime)
                .put("total_tokens", spent.total())
                .put("total_time", promptTime + completionTime);
        if (spent.cached() > 0) {
            usage.putObject("prompt_tokens_details").put("cached_tokens", spent.cached());
        }
        if (spent.reasoning() > 0) {
            usage.putObject("completion_tokens_details").put("reasoning_tokens", spent.reasoning());
        }
    }

    private long seed() {
        var seed = request.seed();
        return seed == null ? request.chance().seed() >>> 33 : seed;
    }
}
