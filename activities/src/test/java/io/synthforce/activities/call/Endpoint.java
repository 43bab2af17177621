package io.synthforce.activities.call;

import io.synthforce.workflows.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import tools.jackson.databind.JsonNode;

/** A Groq-shaped endpoint that answers as told, in order. */
final class Endpoint implements AutoCloseable {

    private final MockWebServer server = new MockWebServer();

    Endpoint() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String baseUrl() {
        return server.url("/openai/v1").toString();
    }

    int requests() {
        return server.getRequestCount();
    }

    Endpoint says(Map<String, ?> reply) {
        return saysText(Json.write(reply));
    }

    Endpoint saysText(String content) {
        return answers(completion(content));
    }

    Endpoint answers(MockResponse response) {
        server.enqueue(response);
        return this;
    }

    Endpoint refuses(int status, String code, String... headers) {
        MockResponse.Builder response = new MockResponse.Builder()
                .code(status)
                .body(Json.write(Map.of("error", Map.of("message", "no", "type", "error", "code", code))));
        for (int i = 0; i < headers.length; i += 2) {
            response.setHeader(headers[i], headers[i + 1]);
        }
        return answers(response.build());
    }

    static MockResponse completion(String content) {
        return new MockResponse.Builder()
                .body(Json.write(Map.of(
                        "id",
                        "chatcmpl-1",
                        "model",
                        "served-model",
                        "system_fingerprint",
                        "fp_1",
                        "choices",
                        List.of(Map.of(
                                "finish_reason", "stop", "message", Map.of("role", "assistant", "content", content))),
                        "usage",
                        Map.of("prompt_tokens", 100, "completion_tokens", 20, "total_tokens", 120))))
                .build();
    }

    JsonNode lastRequest() {
        try {
            RecordedRequest last = server.takeRequest(5, TimeUnit.SECONDS);
            return Json.mapper().readTree(last.getBody().utf8());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
