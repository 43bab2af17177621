package io.synthforce.crash;

import io.synthforce.workflows.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The scripted model in a process that outlives the product: its journal is the truth about what was sent. */
final class ScriptedModel implements AutoCloseable {

    private static final String MAIN = "io.synthforce.embedded.model.ScriptedModelServer";

    private final Program program;
    private final URI control;
    private final HttpClient http = HttpClient.newHttpClient();

    private ScriptedModel(Program program, URI control) {
        this.program = program;
        this.control = control;
    }

    /** A request as the model received it; unanswered ones have no status. */
    record Asked(
            UUID attempt,
            String schema,
            @Nullable String seat,
            int turn,
            Instant receivedAt,
            @Nullable Integer status) {

        boolean waits() {
            return status == null;
        }
    }

    static ScriptedModel start(Path directory, Duration latency) {
        var port = Integer.toString(FreePort.draw());
        var journal = directory.resolve("model.jsonl").toString();
        var millis = Long.toString(latency.toMillis());
        var program = Program.start(
                directory.resolve("model.log"),
                Map.of(),
                Java.command(MAIN, "--port", port, "--journal", journal, "--latency-ms", millis));
        program.awaitUntil(
                "served", Duration.ofSeconds(20), () -> program.output().contains("/openai/v1"));
        return new ScriptedModel(program, URI.create("http://127.0.0.1:" + port));
    }

    String baseUrl() {
        return control.resolve("/openai/v1").toString();
    }

    List<Asked> journal() {
        return Json.mapper()
                .readTree(send("GET", "/journal", ""))
                .valueStream()
                .map(ScriptedModel::asked)
                .toList();
    }

    long waiting(String schema) {
        return journal().stream()
                .filter(Asked::waits)
                .filter(asked -> asked.schema().equals(schema))
                .count();
    }

    long waiting() {
        return journal().stream().filter(Asked::waits).count();
    }

    /** Leaves requests of this kind unanswered until {@link #release()}. */
    void hold(String schema) {
        send("POST", "/holds", "{\"schema\": \"%s\"}".formatted(schema));
    }

    /** Leaves the next so many of them unanswered. */
    void hold(String schema, int times) {
        send("POST", "/holds", "{\"schema\": \"%s\", \"times\": %d}".formatted(schema, times));
    }

    void hold(String schema, String seat) {
        send("POST", "/holds", "{\"schema\": \"%s\", \"seat\": \"%s\"}".formatted(schema, seat));
    }

    void release() {
        send("DELETE", "/holds", "");
    }

    /** Answers requests of this kind with 429, to be asked again after so many seconds. */
    void refuse(String schema, int retryAfterSeconds, int times) {
        send("POST", "/faults", """
                {"schema": "%s", "times": %d, "status": 429, "headers": {"retry-after": "%d"},
                 "body": {"error": {"message": "Rate limit reached", "type": "tokens", "code": "rate_limit_exceeded"}}}""".formatted(schema, times, retryAfterSeconds));
    }

    void forgiveAll() {
        send("DELETE", "/faults", "");
    }

    void latency(Duration base, Duration spread) {
        send(
                "PUT",
                "/latency",
                "{\"millis\": %d, \"spread_millis\": %d}".formatted(base.toMillis(), spread.toMillis()));
    }

    private static Asked asked(JsonNode entry) {
        var status = entry.path("status");
        return new Asked(
                UUID.fromString(entry.path("attempt_id").asString()),
                entry.path("schema").asString(),
                entry.path("seat").asString(null),
                entry.path("turn").asInt(0),
                Instant.parse(entry.path("received_at").asString()),
                status.isNumber() ? status.asInt() : null);
    }

    private String send(String method, String path, String body) {
        try {
            var request = HttpRequest.newBuilder(control.resolve(path))
                    .method(method, BodyPublishers.ofString(body))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("The model refused %s %s: %s".formatted(method, path, response.body()));
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
