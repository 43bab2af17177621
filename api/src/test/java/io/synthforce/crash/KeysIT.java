package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.synthforce.activities.standin.GroqStandIn;
import io.synthforce.activities.standin.Plan;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Web side and worker apart, as in the compose file: whoever asks the one is told what the other found out. */
@ExtendWith(OutputOnFailure.class)
class KeysIT {

    private static final Duration SOON = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    @Test
    void theWebSideTellsWhichKeysItsWorkersUseNoMoreAndWhetherThereIsAWorkerAtAll() {
        assumeTrue(TemporalServer.cli().isPresent(), TemporalServer.MISSING);
        try (var groq = new GroqStandIn(Plan.unlimited()).revoke("gsk_bad");
                var stage = Stage.withEverythingOutside(directory)
                        .with("GROQ_BASE_URL=" + groq.baseUrl(), "GROQ_API_KEY=gsk_bad", "GROQ_API_KEY1=gsk_good")) {
            var api = stage.start("SYNTHFORCE_ROLES=api").api();
            assertThat(model(api).path("status").asString()).isEqualTo("unhealthy");
            assertThat(model(api).path("message").asString()).contains("no worker");

            stage.startWorker();
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(model(api).path("status").asString()).isEqualTo("healthy"));
            var simulation = api.start(3);
            assertThat(api.next(simulation, "first").join().turn()).isEqualTo(1);
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(model(api).path("keys_disabled").asInt()).isEqualTo(1));
            assertThat(model(api).path("status").asString()).isEqualTo("healthy");
            assertThat(model(api).path("message").asString()).contains("1 of 2 keys");
            assertThat(model(api).toString()).contains("refused (401)").doesNotContain("gsk_");

            groq.revoke("gsk_good");
            assertThat(api.next(simulation, "second")
                            .join()
                            .body()
                            .path("error")
                            .asString())
                    .isEqualTo("nobody_answered");
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(model(api).path("status").asString()).isEqualTo("unhealthy"));
            assertThat(model(api).path("keys_disabled").asInt()).isEqualTo(2);
            assertThat(model(api).path("keys_healthy").asInt(-1)).isZero();
        }
    }

    private static JsonNode model(Api api) {
        return api.get("/health")
                .join()
                .body()
                .path("components")
                .valueStream()
                .filter(part -> part.path("name").asString().equals("groq_api"))
                .findFirst()
                .orElseThrow();
    }
}
