package io.synthforce.api.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.api.Caller;
import io.synthforce.api.WholeProgram;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@WholeProgram
class ReplayTest {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Autowired
    private Caller caller;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void fifty_turns_come_out_as_they_are_stored_and_no_model_is_asked() {
        Map<String, Object> config = Map.of("max_turns", 50, "agents", List.of("ceo", "sales"), "seed", 11);
        String simulation = caller.post(
                        "/simulate/start", Map.of("scenario", "Shall we raise our prices by 20 %?", "config", config))
                .text("session_id");
        caller.post("/simulate/" + simulation + "/play", Map.of("until_turn", 50));
        await().atMost(LONGEST).until(() -> status(simulation).equals("completed"));
        double asked = modelCalls();
        JsonNode cost = cost(simulation);

        JsonNode replay = replay(simulation);

        assertIdentical(replay, 50);
        assertThat(replay.path("journal_hash")).isEqualTo(hash(simulation));
        assertThat(replay.path("calls").asInt()).isGreaterThanOrEqualTo(4 * 50);
        assertThat(modelCalls()).isEqualTo(asked);
        assertThat(cost(simulation)).isEqualTo(cost);
    }

    @Test
    void a_branch_of_a_branch_is_replayed_through_all_it_was_forked_from() {
        String trunk = played(4, 2);
        String branch = fork(trunk, 1, List.of(cash(420)));
        caller.next(branch).expect(200);
        String twig = fork(branch, 2, List.of());
        caller.next(twig).expect(200);

        assertIdentical(replay(twig), 3);
        assertThat(replay(twig).path("journal_hash")).isEqualTo(hash(twig));
    }

    @Test
    void a_fork_without_change_equals_its_parent_turn_by_turn_on_the_parents_calls() {
        String trunk = played(4, 4);
        String twin = fork(trunk, 1, List.of());

        JsonNode asTheTrunk = replay(twin, trunk);

        assertIdentical(asTheTrunk, 4);
        assertThat(asTheTrunk.path("played")).isEqualTo(replay(trunk).path("played"));
    }

    @Test
    void a_fork_with_recorded_inputs_is_played_as_its_parent_was() {
        String trunk = played(4, 1);
        caller.post("/simulate/" + trunk + "/inject", Map.of("text", "The press calls."))
                .expect(202);
        caller.post(
                        "/simulate/next",
                        Map.of("session_id", trunk, "user_input", "Churn?", "focus_agents", List.of("sales", "ceo")))
                .expect(200);
        caller.next(trunk).expect(200);
        String twin = caller.post("/simulations/" + trunk + "/branches", Map.of("base_turn", 1, "inputs", "recorded"))
                .expect(201)
                .text("session_id");
        caller.next(twin).expect(200);
        caller.next(twin).expect(200);

        JsonNode asTheTrunk = replay(twin, trunk);

        assertIdentical(asTheTrunk, 3);
        assertThat(asTheTrunk.path("played")).isEqualTo(replay(trunk).path("played"));
        assertThat(replay(twin).path("played")).isEqualTo(replay(trunk).path("played"));
    }

    @Test
    void a_fork_with_a_change_shows_where_it_first_counts() {
        String trunk = played(3, 2);
        String poorer = fork(trunk, 1, List.of(cash(1)));

        JsonNode difference = replay(poorer, trunk).path("first_difference");

        assertThat(difference.path("turn").asInt()).isEqualTo(2);
        assertThat(difference.path("event").asString()).isEqualTo("position_taken");
        assertThat(difference.path("reason").asString()).contains("answered other inputs");
    }

    @Test
    void a_reply_that_was_changed_is_found() {
        String simulation = played(3, 2);
        jdbc.sql("""
                update calls set reply = jsonb_set(cast(reply as jsonb), '{confidence}', '0.01')
                where simulation = :id and turn = 2 and seat = 'sales' and phase = 'position'""").param("id", UUID.fromString(simulation)).update();

        JsonNode replay = replay(simulation);

        assertThat(replay.path("identical").asBoolean()).isFalse();
        assertThat(replay.path("replayed_hash")).isNotEqualTo(replay.path("journal_hash"));
        JsonNode difference = replay.path("first_difference");
        assertThat(difference.path("turn").asInt()).isEqualTo(2);
        assertThat(difference.path("event").asString()).isEqualTo("position_taken");
        assertThat(difference.path("expected").path("seat").asString()).isEqualTo("sales");
        assertThat(difference.path("got").path("confidence").asInt()).isEqualTo(1);
    }

    @Test
    void a_reply_that_is_missing_is_named() {
        String simulation = played(2, 1);
        jdbc.sql("delete from calls where simulation = :id and phase = 'minutes'")
                .param("id", UUID.fromString(simulation))
                .update();

        JsonNode difference = replay(simulation).path("first_difference");

        assertThat(difference.path("event").asString()).isEqualTo("minutes_taken");
        assertThat(difference.path("got").isNull()).isTrue();
        assertThat(difference.path("reason").asString()).contains("coordinator, minutes", "no reply is recorded");
    }

    @Test
    void a_trunk_is_the_same_before_and_after_twenty_forks() {
        String trunk = played(3, 2);
        JsonNode before = hash(trunk);

        for (int number = 0; number < 20; number++) {
            String branch = fork(trunk, number % 3, List.of(cash(100 + number)));
            if (number % 4 == 0) {
                caller.next(branch).expect(200);
            }
        }

        assertThat(hash(trunk)).isEqualTo(before);
        assertIdentical(replay(trunk), 2);
    }

    @Test
    void of_nothing_there_is_no_replay() {
        caller.post("/simulations/" + UUID.randomUUID() + "/replay").expect(404);
        caller.post("/simulations/" + caller.start() + "/replay", Map.of("calls_of", UUID.randomUUID()))
                .expect(422);
    }

    private static void assertIdentical(JsonNode replay, int turns) {
        assertThat(replay.path("identical").asBoolean())
                .as("%s", replay.path("first_difference"))
                .isTrue();
        assertThat(replay.path("replayed_hash")).isEqualTo(replay.path("journal_hash"));
        assertThat(replay.path("turns").asInt()).isEqualTo(turns);
        assertThat(replay.path("model_calls").asInt()).isZero();
    }

    private JsonNode replay(String simulation) {
        return caller.post("/simulations/" + simulation + "/replay").expect(200).body();
    }

    private JsonNode replay(String simulation, String callsOf) {
        return caller.post("/simulations/" + simulation + "/replay", Map.of("calls_of", callsOf))
                .expect(200)
                .body();
    }

    private JsonNode hash(String simulation) {
        return caller.get("/simulations/" + simulation + "/export")
                .body()
                .path("simulation")
                .path("journal_hash");
    }

    private String status(String simulation) {
        return caller.get("/simulate/" + simulation).text("status");
    }

    private JsonNode cost(String simulation) {
        return caller.get("/simulations/" + simulation + "/cost").body().path("total");
    }

    private double modelCalls() {
        return caller.page("/metrics")
                .lines()
                .filter(line -> line.startsWith("synthforce_model_calls_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String fork(String simulation, int turn, List<Map<String, Object>> changes) {
        return caller.post(
                        "/simulations/" + simulation + "/branches",
                        Map.of("base_turn", turn, "max_turns", 4, "changes", changes))
                .expect(201)
                .text("session_id");
    }

    private static Map<String, Object> cash(int value) {
        return Map.of("type", "indicator", "target", "cash", "change", Map.of("value", value));
    }

    private String played(int maxTurns, int turns) {
        String id = caller.start(maxTurns);
        for (int turn = 0; turn < turns; turn++) {
            caller.next(id).expect(200);
        }
        return id;
    }
}
