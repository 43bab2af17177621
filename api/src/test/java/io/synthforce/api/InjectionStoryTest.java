package io.synthforce.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.api.Caller.Answer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@WholeProgram
class InjectionStoryTest {

    @Autowired
    private Caller caller;

    @Test
    void events_happen_in_the_next_turn_also_when_they_were_injected_in_a_pause() {
        String id = caller.start();
        caller.post("/simulate/" + id + "/pause").expect(200);

        Answer first = inject(
                        id, Map.of("text", " A key customer hesitates. ", "visibility", "private", "role", "sales"))
                .expect(202);
        inject(id, Map.of("event", "demand_shift")).expect(202);
        inject(id, Map.of("text", "The press calls.")).expect(202);

        assertThat(first.body().path("turn").asInt()).isEqualTo(1);
        assertThat(first.text("text")).isEqualTo("A key customer hesitates.");
        assertThat(first.headers().getFirst("Location")).isEqualTo("/simulations/" + id + "/turns/1");
        caller.post("/simulate/" + id + "/resume").expect(200);
        JsonNode events = caller.next(id).expect(200).body().path("world").path("events");
        assertThat(events.valueStream().map(event -> event.path("origin").asString()))
                .containsExactly("injected", "injected", "injected");
        assertThat(events.valueStream().map(event -> event.path("description").asString()))
                .containsExactly("Demand in the market shifts", "A key customer hesitates.", "The press calls.");
        assertThat(events.valueStream().map(event -> event.path("visibility").asString()))
                .containsExactly("public", "private", "public");
        assertThat(inject(id, Map.of("text", "Later."))
                        .expect(202)
                        .body()
                        .path("turn")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void an_event_repeated_under_its_key_is_the_same_event() {
        String id = caller.start();
        String path = "/simulate/" + id + "/inject";
        Answer first = caller.post(path, Map.of("text", "The press calls."), Caller.keyed("press"))
                .expect(202);
        caller.next(id).expect(200);

        assertThat(caller.post(path, Map.of("text", "The press calls."), Caller.keyed("press"))
                        .expect(202)
                        .body())
                .isEqualTo(first.body());
        assertThat(caller.post(path, Map.of("text", "It calls again."), Caller.keyed("press"))
                        .expect(409)
                        .text("error"))
                .isEqualTo("idempotency_conflict");
    }

    @Test
    void a_simulation_without_a_turn_to_come_takes_no_events() {
        String id = caller.start(1);
        caller.next(id).expect(200);

        assertThat(inject(id, Map.of("text", "Too late.")).expect(409).text("error"))
                .isEqualTo("simulation_completed");
        inject(UUID.randomUUID().toString(), Map.of("text", "Nowhere.")).expect(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                          | body.text       | value_error",
                "{\"text\": \"a\", \"event\": \"demand_shift\"}              | body.text       | value_error",
                "{\"text\": \"  \"}                                          | body.text       | string_too_short",
                "{\"text\": 5}                                               | body.text       | string_type",
                "{\"text\": \"a\\u0000b\"}                                   | body.text       | string_nul",
                "{\"event\": \"flood\"}                                      | body.event      | enum",
                "{\"event\": \"demand_shift\", \"visibility\": \"private\"}  | body.visibility | value_error",
                "{\"event\": \"demand_shift\", \"role\": \"ceo\"}            | body.role       | value_error",
                "{\"text\": \"a\", \"visibility\": \"secret\"}               | body.visibility | enum",
                "{\"text\": \"a\", \"visibility\": \"private\"}              | body.role       | missing",
                "{\"text\": \"a\", \"role\": \"ceo\"}                        | body.role       | value_error",
                "{\"text\": \"a\", \"visibility\": \"private\", \"role\": \"wizard\"} | body.role | enum",
                "{\"text\": \"a\", \"visibility\": \"private\", \"role\": \"support\"} | body.role | enum"
            })
    void an_event_that_does_not_fit_is_refused_with_the_member_that_is_wrong(String body, String field, String type) {
        String id = caller.start();

        JsonNode fault = caller.post("/simulate/" + id + "/inject", body)
                .expect(422)
                .body()
                .path("details")
                .get(0);

        assertThat(fault.path("field").asString()).isEqualTo(field);
        assertThat(fault.path("type").asString()).isEqualTo(type);
    }

    @Test
    void an_event_has_at_most_two_thousand_characters() {
        String id = caller.start();

        inject(id, Map.of("text", "\uD83D\uDE00".repeat(2000))).expect(202);
        inject(id, Map.of("text", "a".repeat(2001))).expect(422);
    }

    private Answer inject(String id, Map<String, ?> event) {
        return caller.post("/simulate/" + id + "/inject", event);
    }
}
