package io.synthforce.embedded.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnProcessTest {

    @Test
    void itPrintsItsAddressServesAndLeavesItsJournalWhenKilled(@TempDir Path directory) throws Exception {
        var journal = directory.resolve("journal.jsonl");
        var process = java("--port", "0", "--journal", journal.toString(), "--latency-ms", "1");
        try (var out = process.inputReader()) {
            var baseUrl = out.readLine();
            assertThat(baseUrl).matches("http://127\\.0\\.0\\.1:\\d+/openai/v1");
            var request = HttpRequest.newBuilder(URI.create(baseUrl + "/chat/completions"))
                    .POST(BodyPublishers.ofByteArray(Prompts.priceIncrease().position("ceo")))
                    .build();

            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(Files.readAllLines(journal)).hasSize(2);
    }

    @Test
    void itEndsWhenAskedTo() throws Exception {
        var process = java();
        process.inputReader().readLine();

        process.destroy();

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void argumentsThatMeanNothingAreRefusedWithTheUsage() {
        assertThatThrownBy(() -> ScriptedModelOptions.parse("--port")).hasMessageContaining("--port needs a value");
        assertThatThrownBy(() -> ScriptedModelOptions.parse("--port", "x")).hasMessageContaining("needs a number");
        assertThatThrownBy(() -> ScriptedModelOptions.parse("--speed", "1")).hasMessageContaining("usage");
    }

    private static Process java(String... arguments) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(
                List.of(java, "-cp", System.getProperty("java.class.path"), ScriptedModelServer.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
