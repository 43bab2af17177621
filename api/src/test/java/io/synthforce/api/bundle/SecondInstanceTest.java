package io.synthforce.api.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.api.Caller;
import io.synthforce.api.SynthforceApplication;
import io.synthforce.api.WholeProgram;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

@WholeProgram
class SecondInstanceTest {

    @Autowired
    private Caller here;

    @Test
    void a_bundle_replays_to_the_same_hash_in_another_database_and_is_played_on_there() {
        String original = here.start(3);
        here.next(original).expect(200);
        here.next(original).expect(200);
        String bundle = here.page("/simulations/" + original + "/bundle");

        try (ConfigurableApplicationContext second = second()) {
            Caller there = new Caller(second.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
            there.get("/simulate/" + original).expect(404);
            String imported =
                    there.post("/simulations/import", bundle).expect(201).text("session_id");

            JsonNode replay = there.post("/simulations/" + imported + "/replay").body();

            assertThat(replay.path("identical").asBoolean()).isTrue();
            assertThat(replay.path("journal_hash")).isEqualTo(hash(here, original));
            there.next(imported).expect(200);
            here.next(original).expect(200);
            assertThat(hash(there, imported)).isEqualTo(hash(here, original));
        }
    }

    private static JsonNode hash(Caller caller, String simulation) {
        return caller.post("/simulations/" + simulation + "/replay")
                .expect(200)
                .body()
                .path("journal_hash");
    }

    private static ConfigurableApplicationContext second() {
        return new SpringApplicationBuilder(SynthforceApplication.class)
                .run(
                        "--SYNTHFORCE_DATA_DIR=target/second-program",
                        "--TEMPORAL_CLI=none",
                        "--RATE_LIMIT_ENABLED=false",
                        "--server.port=0");
    }
}
