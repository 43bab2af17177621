package io.synthforce.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class AnnouncementTest {

    @Test
    void saysWhatRunsWhereAndWhatThatMeans() {
        assertThat(announcement(Map.of(
                        "local.server.port",
                        8000,
                        "synthforce.embedded.parts",
                        "postgresql,redis,temporal(in-process),scripted-model",
                        "SYNTHFORCE_MODEL_SCRIPTED",
                        "true")))
                .isEqualTo("""
                          API          http://127.0.0.1:8000  documentation http://127.0.0.1:8000/docs
                          Embedded     postgresql, redis, temporal(in-process), scripted-model
                          Data         /srv/data  kept for the next start, logs in logs/
                          Volatile     Temporal runs in this process: histories end with it, simulations revive from PostgreSQL
                          Model        SCRIPTED: no model was asked. Set GROQ_API_KEY to ask one
                          Join         a second process: set -a; . '/srv/data/addresses.env'; set +a; then start it with another PORT\
                        """);
    }

    @Test
    void namesThePageOfTheDevServer() {
        assertThat(announcement(Map.of(
                        "local.server.port", 8000,
                        "server.address", "0.0.0.0",
                        "TEMPORAL_UI_URL", "http://127.0.0.1:28000",
                        "synthforce.embedded.parts", "temporal(dev-server)")))
                .contains("API          http://127.0.0.1:8000", "Temporal UI  http://127.0.0.1:28000")
                .doesNotContain("SCRIPTED", "Volatile", "Join");
    }

    @Test
    void aWorkerWithoutPartsHasLittleToSay() {
        assertThat(announcement(Map.of())).isEqualTo("  Embedded     nothing, all parts are elsewhere");
    }

    private static String announcement(Map<String, Object> properties) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        return Announcement.of(environment, Path.of("/srv/data")).render();
    }
}
