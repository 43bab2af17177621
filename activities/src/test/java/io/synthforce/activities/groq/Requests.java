package io.synthforce.activities.groq;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests and answers as they look on the wire. */
final class Requests {

    static final ApiKey KEY = new ApiKey(1, "gsk_secret");

    static final JsonNode OPINION = JsonMapper.shared().readTree("""
        {"type": "object", "additionalProperties": false, "required": ["text", "stance"],
         "properties": {"text": {"type": "string"}, "stance": {"type": "integer", "enum": [-1, 0, 1]}}}
        """);

    static final String ANSWER = """
        {"id": "chatcmpl-7a1f0f0e-33d4-4b1c-8a2c-1f7a52b0c111", "object": "chat.completion", "created": 1791244800,
         "model": "openai/gpt-oss-120b", "system_fingerprint": "fp_0123456789", "service_tier": "on_demand",
         "usage_breakdown": null, "choices": [{"index": 0, "logprobs": null, "finish_reason": "stop",
           "message": {"role": "assistant", "content": "{\\"text\\": \\"Wait.\\", \\"stance\\": -1}"}}],
         "usage": {"queue_time": 0.052, "prompt_tokens": 16, "prompt_time": 0.0008, "completion_tokens": 19,
           "completion_time": 0.037, "total_tokens": 35, "total_time": 0.0378,
           "completion_tokens_details": {"reasoning_tokens": 7}},
         "x_groq": {"id": "req_01jabcdefghijklmnopqrstuvw", "seed": 42}}
        """;

    private Requests() {}

    static CompletionRequest opinion() {
        return opinion("openai/gpt-oss-120b");
    }

    static CompletionRequest opinion(String model) {
        return new CompletionRequest(
                model,
                List.of(Message.system("You are the CEO."), Message.user("Raise the price?")),
                0.7,
                512,
                42,
                "low",
                new ReplyFormat("opinion", OPINION),
                Dialect.GROQ,
                null);
    }

    static GroqProperties at(String baseUrl) {
        return new GroqProperties(baseUrl, List.of("gsk_secret"), "m", Duration.ofSeconds(30), 512, "low");
    }

    static GroqOutcome ask(GroqClient client) {
        return ask(client, Duration.ofSeconds(5));
    }

    static GroqOutcome ask(GroqClient client, Duration deadline) {
        return client.prepare(opinion(), KEY, UUID.randomUUID(), deadline).execute();
    }
}
