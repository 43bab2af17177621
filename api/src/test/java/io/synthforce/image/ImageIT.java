package io.synthforce.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.embedded.EmbeddedOptions;
import io.synthforce.embedded.EmbeddedParts;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageIT {

    @TempDir
    private static Path directory;

    private static ImageLayers image;

    @BeforeAll
    static void assemble() throws IOException, InterruptedException {
        image = ImageLayers.assemble(directory);
    }

    @Test
    void holdsNothingOfTheEmbeddedParts() throws IOException {
        assertThat(image.libraries())
                .noneMatch(library -> library.startsWith("embedded")
                        || library.startsWith("temporal-test")
                        || library.contains("postgres-binaries"))
                .anyMatch(library -> library.startsWith("temporal-sdk"));
    }

    @Test
    void namesThePartsThatNobodyProvides() throws IOException, InterruptedException {
        var process = image.start(new HashMap<>());
        assertThat(process.waitFor()).isNotZero();
        assertThat(image.output())
                .contains("DATABASE_URL is not set", "REDIS_URL is not set", "TEMPORAL_ADDRESS is not set");
    }

    @Test
    void servesWithPartsOfItsOwnNamedInAFile() throws IOException, InterruptedException {
        try (var parts = EmbeddedParts.start(
                directory.resolve("parts"), EmbeddedOptions.everything().temporalInProcess())) {
            var environment = new HashMap<>(parts.addresses());
            var port = freePort();
            environment.put("PORT", Integer.toString(port));
            environment.put("APP_NAME", "Rehearsals from a file");
            image.settings(environment);
            var process = image.start(Map.of("API_TOKEN", "", "GROQ_API_KEY1", ""));
            try (var http = HttpClient.newHttpClient()) {
                var ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/ready".formatted(port)))
                        .timeout(Duration.ofSeconds(5))
                        .build();
                await().atMost(Duration.ofSeconds(90)).ignoreExceptions().until(() -> {
                    assertThat(process.isAlive()).as(image::output).isTrue();
                    return http.send(ready, BodyHandlers.discarding()).statusCode() == 200;
                });
                var root = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/".formatted(port)))
                        .build();
                assertThat(http.send(root, BodyHandlers.ofString()).body()).contains("Rehearsals from a file");
            } finally {
                ImageLayers.end(process);
                image.settings(Map.of());
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
