package io.synthforce.api.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.api.Caller;
import io.synthforce.api.WholeProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@WholeProgram
class ListingTest {

    @Autowired
    private Caller caller;

    private final String word = "Quinces" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void what_is_searched_for_is_found_in_every_text_whatever_its_case() {
        String inName = start(Map.of("name", "About " + word, "scenario", "We consider raising our prices."));
        String inDescription = start(Map.of("description", word, "scenario", "We consider raising our prices."));
        String inScenario = start(Map.of("scenario", "We consider selling " + word + "."));

        assertThat(ids(list("q=" + word.toUpperCase(Locale.ROOT)))).containsExactly(inScenario, inDescription, inName);
        assertThat(list("q=" + word).path("total").asInt()).isEqualTo(3);
        assertThat(ids(list("q=" + word + "nowhere"))).isEmpty();
    }

    @Test
    void what_is_searched_for_has_no_wildcards() {
        start(Map.of("name", word, "scenario", "We consider raising our prices."));

        assertThat(ids(list("q=" + word.substring(0, 8) + "%"))).isEmpty();
        assertThat(ids(list("q=" + word.substring(0, 14) + "_"))).isEmpty();
    }

    @Test
    void a_status_narrows_the_search() {
        String active = start(Map.of("name", word, "scenario", "We consider raising our prices."));
        String paused = start(Map.of("name", word, "scenario", "We consider raising our prices."));
        caller.post("/simulate/" + paused + "/pause").expect(200);

        assertThat(ids(list("status=paused&q=" + word))).containsExactly(paused);
        assertThat(ids(list("status=active&q=" + word))).containsExactly(active);
    }

    @Test
    void pages_neither_repeat_nor_skip_what_is_started_meanwhile() {
        List<String> started = IntStream.range(0, 5)
                .mapToObj(i -> start(Map.of("name", word, "scenario", "We consider raising our prices.")))
                .toList();
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = list("limit=2&q=" + word + cursor);
            seen.addAll(ids(page));
            cursor = page.path("next_cursor").isNull()
                    ? null
                    : "&cursor=" + page.path("next_cursor").asString();
            start(Map.of("name", word, "scenario", "We consider raising our prices."));
        } while (cursor != null);

        assertThat(seen).containsExactlyElementsOf(started.reversed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"elsewhere", "MjAyNg", "MjAyNi0wMS0wMVQwMDowMDowMFogbm8taWQ", "+/="})
    void a_place_nobody_was_given_is_refused(String cursor) {
        JsonNode refused =
                caller.get("/simulations?cursor=" + cursor).expect(422).body();

        assertThat(refused.path("details").get(0).path("field").asString()).isEqualTo("query.cursor");
    }

    private String start(Map<String, Object> request) {
        return caller.post("/simulate/start", request).expect(201).text("session_id");
    }

    private JsonNode list(String query) {
        return caller.get("/simulations?" + query).expect(200).body();
    }

    private static List<String> ids(JsonNode page) {
        return page.path("simulations")
                .valueStream()
                .map(simulation -> simulation.path("session_id").asString())
                .toList();
    }
}
