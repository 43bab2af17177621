package io.synthforce.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The product in a process of its own, started as its user starts it. */
final class Product implements AutoCloseable {

    private static final String MAIN = "io.synthforce.api.SynthforceApplication";
    static final Duration BOOT = Duration.ofSeconds(90);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Program program;
    private final URI address;
    private final long launchedAt = System.nanoTime();

    private Product(Program program, URI address) {
        this.program = program;
        this.address = address;
    }

    /** Starts it and does not wait. */
    static Product launch(Path output, Map<String, String> environment) {
        var port = FreePort.draw();
        var settings = new HashMap<>(environment);
        settings.put("PORT", Integer.toString(port));
        var program = Program.start(output, settings, Java.command(MAIN));
        return new Product(program, URI.create("http://127.0.0.1:" + port));
    }

    /** Waits until it says that it is ready; returns how long it took from its launch. */
    Duration awaitReady() {
        program.awaitUntil("was ready", BOOT, this::isReady);
        return Duration.ofNanos(System.nanoTime() - launchedAt);
    }

    Api api() {
        return new Api(address);
    }

    Program program() {
        return program;
    }

    void kill() {
        program.kill();
    }

    private boolean isReady() {
        try {
            var request = HttpRequest.newBuilder(address.resolve("/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
