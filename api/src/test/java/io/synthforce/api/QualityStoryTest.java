package io.synthforce.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@WholeProgram
class QualityStoryTest {

    @Autowired
    private Caller caller;

    @Test
    void a_run_of_the_whole_cast_by_the_script_is_sound_and_shows_who_dissented() {
        String id = caller.post(
                        "/simulate/start",
                        Map.of(
                                "scenario",
                                "A software company with 1000 customers considers raising its prices by ten per cent.",
                                "config",
                                Map.of("max_turns", 4, "seed", 7)))
                .expect(201)
                .text("session_id");
        assertThat(quality(id).text("label")).isEqualTo("too_few_turns");
        for (int turn = 1; turn <= 4; turn++) {
            caller.next(id).expect(200);
        }

        JsonNode quality = quality(id).body();
        assertThat(quality.path("label").asString()).as("%s", quality).isEqualTo("sound");
        assertThat(quality.path("scripted").asBoolean()).isTrue();
        assertThat(quality.path("message").asString()).startsWith("SCRIPTED: no model was asked.");
        assertThat(quality.path("measures")
                        .valueStream()
                        .map(measure -> measure.path("rating").asString()))
                .doesNotContain("watch", "poor");
        assertThat(quality("/simulations/%s/quality?from_turn=3".formatted(id), "turns"))
                .isEqualTo(2);
        JsonNode register =
                caller.get("/simulations/" + id + "/dissent").expect(200).body();
        assertThat(register.path("groupthink").path("level").asString()).isEqualTo("none");
        assertThat(register.path("scripted").asBoolean()).isTrue();
        assertThat(register.path("dissents")).isNotEmpty().allSatisfy(dissent -> {
            assertThat(dissent.path("quote").asString()).isNotBlank();
            assertThat(dissent.path("overruled_by").path(0).asString()).isEqualTo("ceo");
        });
        assertThat(caller.get("/simulations/%s/dissent?from_turn=4".formatted(id))
                        .body()
                        .path("dissents"))
                .allSatisfy(dissent -> assertThat(dissent.path("turn").asInt()).isEqualTo(4));
    }

    @Test
    void a_branch_is_judged_with_what_it_inherited() {
        String id = caller.start();
        caller.next(id).expect(200);
        String branch = caller.post("/simulations/" + id + "/branches", Map.of("base_turn", 1))
                .expect(201)
                .text("session_id");

        assertThat(quality("/simulations/%s/quality".formatted(branch), "turns"))
                .isEqualTo(1);
    }

    private Caller.Answer quality(String id) {
        return caller.get("/simulations/" + id + "/quality").expect(200);
    }

    private int quality(String path, String member) {
        return caller.get(path).expect(200).body().path(member).asInt();
    }
}
