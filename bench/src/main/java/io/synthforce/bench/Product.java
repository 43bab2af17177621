package io.synthforce.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product in a process of its own, as its user starts it, with a fresh data directory. */
final class Product implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);
    private static final JsonMapper JSON = new JsonMapper();

    /** More than a bench needs, so that no limit is measured. */
    private static final Map<String, String> UNLIMITED =
            Map.of("RATE_LIMIT_ENABLED", "false", "MAX_CONCURRENT_SIMULATIONS", "100");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final ProcessBuilder command;
    private Process process;

    private Product(URI base, ProcessBuilder command) throws IOException {
        this.base = base;
        this.command = command;
        this.process = command.start();
    }

    static Product start(Path jar, String modelUrl) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("synthforce-bench");
        int port = freePort();
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.resolve("out.log").toFile()));
        java.environment().putAll(UNLIMITED);
        java.environment()
                .putAll(Map.of(
                        "PORT",
                        String.valueOf(port),
                        "RATE_LIMIT_ENABLED",
                        "false",
                        "SYNTHFORCE_DATA_DIR",
                        data.resolve("data").toString(),
                        "GROQ_BASE_URL",
                        modelUrl));
        Product product = new Product(URI.create("http://127.0.0.1:" + port), java);
        product.awaitReadiness();
        return product;
    }

    /** Kills it ({@code kill -9}) and starts it again with the same data, at the same address. */
    void killAndRestart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = command.start();
        awaitReadiness();
    }

    URI address() {
        return base;
    }

    long pid() {
        return process.pid();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)).build());
    }

    JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw new IllegalStateException(
                    request.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private void awaitReadiness() throws InterruptedException {
        long end = System.nanoTime() + STARTS_WITHIN.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IllegalStateException("The product did not start");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest ready = HttpRequest.newBuilder(base.resolve("/ready")).build();
            return http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
