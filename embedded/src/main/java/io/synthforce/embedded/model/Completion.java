package io.synthforce.embedded.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.node.ObjectNode;

/** An answer in the shape of Groq's, plainly marked as scripted. Tokens are estimated at four characters each. */
record Completion(ChatRequest request, String content, String finishReason, String requestId) {

    static final String NOTICE = "SCRIPTED: no model was asked";
    static final String MARKER = "X-Synthforce-Scripted";

    private static final String FINGERPRINT = "fp_5c819ced00";
    private static final double PROMPT_RATE = 20_000;
    private static final double COMPLETION_RATE = 500;
    private static final double QUEUE = 0.02;
    private static final int DAILY_REQUESTS = 500_000;
    private static final int TOKENS_A_MINUTE = 250_000;

    static Completion of(ChatRequest request, String content, String finishReason) {
        return new Completion(request, content, finishReason, requestId(ThreadLocalRandom.current()));
    }

    static int tokens(String text) {
        return Math.max(1, text.length() / 4);
    }

    ObjectNode body() {
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
        body.put("service_tier", "on_demand");
        body.putObject("x_synthforce").put("notice", NOTICE);
        return body;
    }

    /** The limits as if the buckets had been full: enough to read, not to learn from. */
    Map<String, String> headers() {
        var reserved =
                Math.min(TOKENS_A_MINUTE, request.promptTokens() + (long) Math.min(request.budget(), TOKENS_A_MINUTE));
        var headers = new LinkedHashMap<String, String>();
        headers.put("x-request-id", requestId);
        headers.put("x-ratelimit-limit-requests", String.valueOf(DAILY_REQUESTS));
        headers.put("x-ratelimit-remaining-requests", String.valueOf(DAILY_REQUESTS - 1));
        headers.put("x-ratelimit-reset-requests", "172.8ms");
        headers.put("x-ratelimit-limit-tokens", String.valueOf(TOKENS_A_MINUTE));
        headers.put("x-ratelimit-remaining-tokens", String.valueOf(TOKENS_A_MINUTE - reserved));
        headers.put("x-ratelimit-reset-tokens", resetOf(reserved));
        return headers;
    }

    private void usage(ObjectNode usage) {
        var promptTime = request.promptTokens() / PROMPT_RATE;
        var completionTime = tokens(content) / COMPLETION_RATE;
        usage.put("queue_time", QUEUE)
                .put("prompt_tokens", request.promptTokens())
                .put("prompt_time", promptTime)
                .put("completion_tokens", tokens(content))
                .put("completion_time", completionTime)
                .put("total_tokens", request.promptTokens() + tokens(content))
                .put("total_time", promptTime + completionTime);
    }

    private long seed() {
        var seed = request.seed();
        return seed == null ? request.chance().seed() >>> 33 : seed;
    }

    private static String resetOf(long tokens) {
        var seconds = tokens * 60.0 / TOKENS_A_MINUTE;
        return seconds < 1 ? Math.round(seconds * 1000) + "ms" : String.format(Locale.ROOT, "%.3fs", seconds);
    }

    private static String requestId(Random random) {
        var id = new StringBuilder("req_");
        for (var i = 0; i < 26; i++) {
            id.append(Character.forDigit(random.nextInt(36), 36));
        }
        return id.toString();
    }
}
