package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** The product as its clients see it. */
record Api(URI address) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** An answer as it came over the wire. */
    record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        static Answer of(HttpResponse<String> raw) {
            var text = raw.body();
            return new Answer(raw.statusCode(), text.isBlank() ? Json.mapper().nullNode() : parsed(text), raw);
        }

        private static JsonNode parsed(String text) {
            return Json.mapper().readTree(text);
        }

        int turn() {
            return body.path("turn_number").asInt(-1);
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    UUID start(int maxTurns) {
        var answer = start(maxTurns, UUID.randomUUID().toString()).join();
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return UUID.fromString(answer.body().path("session_id").asString());
    }

    CompletableFuture<Answer> start(int maxTurns, String key) {
        return post("/simulate/start", key, """
                {"scenario": "We sell planning software to 400 small firms and consider raising the price by 12 percent.",
                 "config": {"max_turns": %d}}""".formatted(maxTurns));
    }

    CompletableFuture<Answer> next(UUID simulation, String key) {
        return next(simulation, key, "What do we tell the customers? (" + key + ")");
    }

    CompletableFuture<Answer> next(UUID simulation, String key, String input) {
        var body = Json.mapper().createObjectNode();
        body.put("session_id", simulation.toString()).put("user_input", input);
        return post("/simulate/next", key, body.toString());
    }

    CompletableFuture<Answer> play(UUID simulation, int untilTurn) {
        return post("/simulate/%s/play".formatted(simulation), "play", "{\"until_turn\": %d}".formatted(untilTurn));
    }

    CompletableFuture<Answer> whatIf(UUID simulation, int turns, int repeats) {
        return post("/simulate/what-if", UUID.randomUUID().toString(), """
                {"session_id": "%s", "num_turns_to_simulate": %d, "repeats": %d, "modifications": [
                  {"type": "context", "target": "market", "change": {"condition": "recession"}, "description": ""}]}""".formatted(simulation, turns, repeats));
    }

    CompletableFuture<Answer> command(UUID simulation, String command) {
        return command(simulation, command, UUID.randomUUID().toString());
    }

    CompletableFuture<Answer> command(UUID simulation, String command, String key) {
        return post("/simulate/%s/%s".formatted(simulation, command), key, "");
    }

    CompletableFuture<Answer> delete(UUID simulation) {
        return send(request("/simulate/" + simulation).DELETE());
    }

    CompletableFuture<Answer> get(String path) {
        return send(request(path).GET());
    }

    /** Whatever there is no name for here, under a key of its own. */
    Answer send(String method, String path, String json) {
        return send(request(path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json)))
                .join();
    }

    /** What takes long, for whoever does not wait for it. */
    Answer begin(String path, String json) {
        return send(request(path)
                        .header("Content-Type", "application/json")
                        .header("Prefer", "respond-async")
                        .POST(BodyPublishers.ofString(json)))
                .join();
    }

    /** A turn as it is read later. */
    Answer turn(UUID simulation, int turn) {
        return get("/simulations/%s/turns/%d".formatted(simulation, turn)).join();
    }

    CompletableFuture<Answer> post(String path, String key, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
    }

    private static CompletableFuture<Answer> send(HttpRequest.Builder request) {
        return HTTP.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(Answer::of);
    }
}
