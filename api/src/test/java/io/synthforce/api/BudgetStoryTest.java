package io.synthforce.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.api.Caller.Answer;
import io.synthforce.workflows.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@WholeProgram
class BudgetStoryTest {

    private static final long PLENTY = 100_000_000;

    @Autowired
    private Caller caller;

    @Test
    void a_turn_that_the_budget_does_not_cover_is_refused_until_it_is_raised() {
        String id = start(Map.of("max_tokens", 1_000));

        Answer refused = caller.next(id, "turn-1").expect(409);
        assertThat(refused.text("error")).isEqualTo("budget_exhausted");
        assertThat(refused.text("detail"))
                .contains("1000 of 1000 tokens are left", "PUT /simulations/" + id + "/budget");
        JsonNode waits = caller.get("/simulate/" + id).expect(200).body();
        assertThat(waits.path("waiting").path("reason").asString()).isEqualTo("budget");
        assertThat(waits.path("config").path("budget").path("max_tokens").asLong())
                .isEqualTo(1_000);
        assertThat(waits.path("budget").path("covered").asBoolean()).isFalse();
        assertThat(waits.path("current_turn").asInt()).isZero();
        long worst = waits.path("budget").path("next_turn").path("tokens").asLong();

        Answer raised = put(id, Map.of("max_tokens", worst)).expect(200);
        assertThat(raised.body().path("covered").asBoolean()).isTrue();
        assertThat(caller.next(id, "turn-1").expect(409).text("error"))
                .as("the same key is answered as before")
                .isEqualTo("budget_exhausted");
        caller.next(id, "turn-1 again").expect(200);

        JsonNode after = caller.get("/simulate/" + id).body().path("budget");
        long spent = after.path("spent").path("tokens").asLong();
        assertThat(spent).isPositive().isLessThanOrEqualTo(worst);
        assertThat(after.path("reserved").path("tokens").asLong()).isZero();
        assertThat(caller.next(id).expect(409).text("error")).isEqualTo("budget_exhausted");
        assertThat(put(id, Map.of("max_tokens", spent - 1)).expect(409).text("error"))
                .isEqualTo("budget_below_spent");
    }

    @Test
    void a_play_waits_for_its_budget_and_goes_on_by_itself_when_it_is_raised() {
        String id = start(Map.of("max_tokens", 1_000));
        caller.post("/simulate/" + id + "/play", Map.of("until_turn", 2)).expect(202);
        await().atMost(Duration.ofSeconds(30)).until(() -> waits(id));

        put(id, Map.of("max_tokens", PLENTY)).expect(200);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> caller.get("/simulate/" + id)
                                .body()
                                .path("current_turn")
                                .asInt()
                        == 2);
    }

    @Test
    void branches_and_what_ifs_spend_from_the_same_budget() {
        String id = start(Map.of("max_tokens", PLENTY));
        caller.next(id).expect(200);
        String branch = caller.post("/simulations/" + id + "/branches", Map.of("name", "Another way"))
                .expect(201)
                .text("session_id");
        caller.next(branch).expect(200);
        long spent = spent(id);
        assertThat(spent(branch)).isEqualTo(spent);

        put(branch, Map.of("max_tokens", spent)).expect(200);

        assertThat(caller.next(branch).expect(409).text("error")).isEqualTo("budget_exhausted");
        assertThat(whatIf(id).expect(409).text("error")).isEqualTo("budget_exhausted");
        put(id, Map.of("max_tokens", PLENTY)).expect(200);
        whatIf(id).expect(200);
        assertThat(spent(id)).isGreaterThan(spent);
        assertThat(spent(branch)).isEqualTo(spent(id));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                      | body.config.budget            | missing",
                "{\"max_tokens\": 0}     | body.config.budget.max_tokens | greater_than_equal",
                "{\"max_tokens\": \"a\"} | body.config.budget.max_tokens | int_parsing",
                "{\"max_usd\": 0}        | body.config.budget.max_usd    | greater_than_equal",
                "{\"max_usd\": -2.5}     | body.config.budget.max_usd    | greater_than_equal",
                "7                       | body.config.budget            | model_attributes_type"
            })
    void a_budget_that_cannot_be_meant_is_refused_by_name(String budget, String field, String type) {
        Answer refused = caller.post(
                        "/simulate/start",
                        "{\"scenario\": \"Shall we hire ten?\", \"config\": {\"budget\": %s}}".formatted(budget))
                .expect(422);

        assertThat(refused.body().path("details").get(0).path("field").asString())
                .isEqualTo(field);
        assertThat(refused.body().path("details").get(0).path("type").asString())
                .isEqualTo(type);
    }

    @Test
    void a_budget_needs_a_simulation_and_a_cap() {
        assertThat(put(UUID.randomUUID().toString(), Map.of("max_tokens", 1))
                        .expect(404)
                        .text("error"))
                .isEqualTo("simulation_not_found");
        put(start(Map.of("max_usd", 0.5)), Map.of()).expect(422);
    }

    private boolean waits(String id) {
        return caller.get("/simulate/" + id)
                .body()
                .path("waiting")
                .path("reason")
                .asString("")
                .equals("budget");
    }

    private long spent(String id) {
        return caller.get("/simulate/" + id)
                .body()
                .path("budget")
                .path("spent")
                .path("tokens")
                .asLong();
    }

    private Answer whatIf(String id) {
        return caller.post(
                "/simulate/what-if",
                Map.of(
                        "session_id",
                        id,
                        "modifications",
                        List.of(Map.of("type", "context", "target", "market", "change", Map.of("mood", "bad"))),
                        "num_turns_to_simulate",
                        1));
    }

    private Answer put(String id, Object budget) {
        return caller.send(HttpMethod.PUT, "/simulations/" + id + "/budget", Json.write(budget), headers -> {});
    }

    private String start(Map<String, Object> budget) {
        Map<String, Object> config =
                Map.of("max_turns", 4, "agents", List.of("ceo", "pm"), "seed", 7, "budget", budget);
        return caller.post("/simulate/start", Map.of("scenario", "We consider raising our prices.", "config", config))
                .expect(201)
                .text("session_id");
    }
}
