package io.synthforce.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.api.Caller.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@WholeProgram
class SimulationStoryTest {

    @Autowired
    private Caller caller;

    @Test
    void a_simulation_is_started_played_read_paused_resumed_and_deleted() {
        String id = caller.start(3);
        JsonNode first = caller.post(
                        "/simulate/next", Map.of("session_id", id, "user_input", "What about our smallest customers?"))
                .expect(200)
                .body();
        JsonNode second = caller.next(id).expect(200).body();

        assertThat(first.path("turn_number").asInt()).isEqualTo(1);
        assertThat(first.path("user_input").asString()).isEqualTo("What about our smallest customers?");
        assertThat(first.path("agent_responses")
                        .valueStream()
                        .map(response -> response.path("agent_role").asString()))
                .containsExactly("ceo", "pm", "sales", "simulation_analyst");
        assertThat(first.path("agent_responses")
                        .valueStream()
                        .map(response -> response.path("model").path("notice").asString()))
                .containsOnly("SCRIPTED: no model was asked");
        assertThat(second.path("world").path("ledger").get(0).path("before"))
                .isEqualTo(first.path("world").path("ledger").get(0).path("after"));

        JsonNode turns = caller.get("/simulations/" + id + "/turns").expect(200).body();
        assertThat(turns.path("total").asInt()).isEqualTo(2);
        assertThat(turns.path("turns")).containsExactly(first, second);
        assertThat(caller.get("/simulations/" + id + "/turns?limit=1&offset=1")
                        .body()
                        .path("turns"))
                .containsExactly(second);
        assertThat(caller.get("/simulations/" + id + "/turns/2").body()).isEqualTo(second);
        assertThat(caller.get("/simulations/" + id + "/turns/3").expect(404).text("error"))
                .isEqualTo("turn_not_found");

        assertThat(caller.post("/simulate/" + id + "/pause").expect(200).text("status"))
                .isEqualTo("paused");
        assertThat(caller.next(id).expect(409).text("error")).isEqualTo("simulation_paused");
        assertThat(caller.get("/simulate/" + id).text("status")).isEqualTo("paused");
        assertThat(caller.post("/simulate/" + id + "/resume").expect(200).text("status"))
                .isEqualTo("active");
        assertThat(caller.post("/simulate/" + id + "/stop").expect(200).text("status"))
                .isEqualTo("active");

        JsonNode third = caller.next(id).expect(200).body();
        assertThat(third.path("has_more_turns").asBoolean()).isFalse();
        assertThat(caller.get("/simulate/" + id).text("status")).isEqualTo("completed");
        assertThat(caller.next(id).expect(409).text("error")).isEqualTo("simulation_completed");

        caller.delete("/simulate/" + id).expect(204);
        caller.delete("/simulate/" + id).expect(404);
        for (String path : List.of("/simulate/", "/memory/")) {
            assertThat(caller.get(path + id).expect(404).text("error")).isEqualTo("simulation_not_found");
        }
        caller.get("/simulations/" + id + "/turns").expect(404);
        caller.get("/simulations/" + id + "/workflow").expect(404);
    }

    @Test
    void a_simulation_shows_what_its_agents_did_and_keep() {
        String id = caller.start();
        caller.next(id).expect(200);

        JsonNode shown = caller.get("/simulate/" + id).expect(200).body();
        assertThat(shown.path("current_turn").asInt()).isEqualTo(1);
        assertThat(shown.path("agent_states")
                        .valueStream()
                        .map(state -> state.path("agent_role").asString()))
                .containsExactly("ceo", "pm", "sales", "simulation_analyst");
        assertThat(shown.path("agent_states").valueStream())
                .allSatisfy(
                        state -> assertThat(state.path("messages_sent").asInt()).isPositive())
                .allSatisfy(state ->
                        assertThat(state.path("last_active_turn").asInt()).isEqualTo(1));

        JsonNode kept = caller.get("/memory/" + id).expect(200).body();
        assertThat(kept.path("total_memories").asInt())
                .isEqualTo(kept.path("memories_by_agent")
                        .valueStream()
                        .mapToInt(JsonNode::size)
                        .sum());
        assertThat(kept.path("memories_by_agent").path("ceo").valueStream())
                .anyMatch(memory -> memory.path("key").asString().equals("turn_1_response"));
        JsonNode filtered =
                caller.get("/memory/" + id + "?agent_role=designer").expect(200).body();
        assertThat(filtered.path("memories_by_agent").propertyNames()).containsExactly("designer");
        assertThat(filtered.path("total_memories").asInt()).isZero();
    }

    @Test
    void work_is_carried_from_turn_to_turn_and_scheduled_on_the_simulated_calendar() {
        String id = caller.start();
        caller.next(id).expect(200);
        JsonNode second = caller.next(id).expect(200).body();
        JsonNode timeline = second.path("project_timeline");

        assertThat(second.path("agent_responses").valueStream()).allSatisfy(response -> {
            assertThat(response.path("metrics").path("response_time_ms").isIntegralNumber())
                    .isTrue();
            for (String score :
                    List.of("productivity_score", "collaboration_score", "quality_score", "engagement_level")) {
                assertThat(response.path("metrics").path(score).asDouble()).isBetween(0.0, 1.0);
            }
        });
        assertThat(timeline.path("tasks")).isNotEmpty();
        assertThat(timeline.path("project_start_date").asString())
                .startsWith(second.path("world").path("date").asString().substring(0, 7))
                .endsWith("T09:00:00.000000Z");
        assertThat(timeline.path("critical_path").valueStream())
                .isNotEmpty()
                .allSatisfy(task -> assertThat(timeline.path("slack_days")
                                .path(task.asString())
                                .asDouble(-1))
                        .isZero());
        assertThat(timeline.path("milestones").get(0).path("date").asString()).endsWith("+00:00");
        assertThat(second.path("function_point_estimation").path("basis").asString())
                .isEqualTo("agents' estimates");
    }

    @Test
    void agents_forget_what_is_cleared() {
        String id = caller.start();
        caller.next(id).expect(200);

        caller.delete("/memory/" + id).expect(204);
        assertThat(caller.get("/memory/" + id)
                        .expect(200)
                        .body()
                        .path("total_memories")
                        .asInt())
                .isZero();

        caller.next(id).expect(200);
        assertThat(caller.get("/memory/" + id)
                        .expect(200)
                        .body()
                        .path("total_memories")
                        .asInt())
                .isPositive();
        caller.delete("/memory/" + UUID.randomUUID()).expect(204);
    }

    @Test
    void the_workflow_behind_a_simulation_is_shown() {
        String id = caller.start();
        assertThat(caller.get("/simulations/" + id + "/workflow").expect(200).text("status"))
                .isEqualTo("not_started");
        caller.next(id).expect(200);

        Answer workflow = caller.get("/simulations/" + id + "/workflow").expect(200);

        assertThat(workflow.text("status")).isEqualTo("running");
        assertThat(workflow.text("workflow_id")).isEqualTo("simulation/" + id);
        assertThat(workflow.body().path("state").path("turn").asInt()).isEqualTo(1);
        assertThat(workflow.body().path("history_length").asInt()).isPositive();
    }

    @Test
    void a_repeated_start_is_the_same_simulation_unless_it_asks_for_another() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> request = Map.of("scenario", "We consider opening an office in Lisbon.");

        Answer first =
                caller.post("/simulate/start", request, Caller.keyed(key)).expect(201);
        Answer again = caller.post(
                        "/simulate/start",
                        Map.of(
                                "scenario",
                                "  We consider opening an office in Lisbon. ",
                                "config",
                                Map.of("max_turns", 50)),
                        Caller.keyed(key))
                .expect(201);
        Answer other = caller.post(
                        "/simulate/start",
                        Map.of("scenario", "We consider opening an office in Porto."),
                        Caller.keyed(key))
                .expect(409);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.headers().getFirst("Idempotency-Key")).isEqualTo(key);
        assertThat(other.text("error")).isEqualTo("idempotency_conflict");
    }

    @Test
    void a_start_fills_in_its_defaults() {
        JsonNode started = caller.post("/simulate/start", Map.of("scenario", "Shall we hire?"))
                .expect(201)
                .body();

        JsonNode config = started.path("config");
        assertThat(started.path("status").asString()).isEqualTo("active");
        assertThat(config.path("max_turns").asInt()).isEqualTo(50);
        assertThat(config.path("temperature").asDouble()).isEqualTo(0.7);
        assertThat(config.path("enable_memory").asBoolean()).isTrue();
        assertThat(config.path("enable_analytics").asBoolean()).isTrue();
        assertThat(config.path("rounds").asInt()).isEqualTo(1);
        assertThat(config.path("seed").asString()).matches("[0-9a-f]{32}");
        assertThat(started.path("agents").valueStream().map(JsonNode::asString))
                .containsExactly("ceo", "pm", "engineering_lead", "designer", "sales", "support", "simulation_analyst");
        assertThat(started.path("created_at").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    }

    @Test
    void a_repeated_next_is_the_same_turn() {
        String id = caller.start();

        JsonNode first = caller.next(id, "turn one").expect(200).body();

        assertThat(caller.next(id, "turn one").expect(200).body()).isEqualTo(first);
        assertThat(caller.get("/simulations/" + id + "/turns")
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(caller.post(
                                "/simulate/next",
                                Map.of("session_id", id, "user_input", "Other"),
                                Caller.keyed("turn one"))
                        .expect(409)
                        .text("error"))
                .isEqualTo("idempotency_conflict");
    }

    @Test
    void who_prefers_not_to_wait_finds_the_turn_where_it_was_said_to_be() {
        String id = caller.start();

        Answer accepted = caller.post(
                        "/simulate/next", Map.of("session_id", id), headers -> headers.set("Prefer", "respond-async"))
                .expect(202);

        assertThat(accepted.headers().getFirst("Preference-Applied")).isEqualTo("respond-async");
        assertThat(accepted.text("status")).isEqualTo("in_progress");
        assertThat(accepted.body().path("agent_responses")).isEmpty();
        String where = accepted.headers().getFirst("Location");
        assertThat(where).isEqualTo("/simulations/" + id + "/turns/1");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> caller.get(where).expect(200).text("status").equals("completed"));
    }

    @Test
    void who_prefers_to_wait_long_enough_gets_the_turn_itself() {
        Answer answer = caller.post(
                "/simulate/next", Map.of("session_id", caller.start()), headers -> headers.set("Prefer", "wait=60"));

        assertThat(answer.expect(200).text("status")).isEqualTo("completed");
        assertThat(answer.headers().getFirst("Preference-Applied")).isEqualTo("wait=60");
    }

    @Test
    void of_many_who_ask_at_once_as_many_are_answered_as_there_are_turns() throws Exception {
        String id = caller.start(3);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Answer> answers = threads
                    .invokeAll(IntStream.range(0, 8)
                            .<Callable<Answer>>mapToObj(_ -> () -> caller.next(id))
                            .toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();

            assertThat(answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting())))
                    .isEqualTo(Map.of(200, 3L, 409, 5L));
            assertThat(answers.stream()
                            .filter(answer -> answer.status() == 200)
                            .map(answer -> answer.body().path("turn_number").asInt()))
                    .containsExactlyInAnyOrder(1, 2, 3);
        }
    }

    @Test
    void simulations_are_listed_newest_first_and_by_status() {
        String older = caller.start();
        String newer = caller.start();
        caller.post("/simulate/" + older + "/pause").expect(200);

        assertThat(caller.get("/simulations?limit=2")
                        .expect(200)
                        .body()
                        .path("simulations")
                        .valueStream()
                        .map(item -> item.path("session_id").asString()))
                .containsExactly(newer, older);
        JsonNode paused = caller.get("/simulations?status=paused&limit=1").body();
        assertThat(paused.path("simulations").get(0).path("session_id").asString())
                .isEqualTo(older);
        assertThat(paused.path("total").asInt()).isPositive();
        assertThat(caller.get("/simulations?status=sleeping")
                        .expect(200)
                        .body()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void the_catalogue_of_roles_is_shown() {
        JsonNode list = caller.get("/agents/list?active_only=true").expect(200).body();
        assertThat(list.path("total").asInt()).isEqualTo(7);
        assertThat(list.path("agents").get(0).path("id").asString()).isEqualTo("00000000-0000-0000-0000-000000000000");
        assertThat(list.path("agents")
                        .get(0)
                        .path("personality_traits")
                        .path("detail_oriented")
                        .asDouble())
                .isEqualTo(0.4);
        assertThat(list.path("agents").get(0).has("persona")).isFalse();
        assertThat(caller.get("/agents/pm").expect(200).body())
                .isEqualTo(list.path("agents").get(1));
    }

    @Test
    void the_service_says_how_it_is_and_shows_no_key() {
        JsonNode health = caller.get("/health").expect(200).body();
        assertThat(health.path("status").asString()).isEqualTo("healthy");
        assertThat(health.path("components")
                        .valueStream()
                        .map(part -> part.path("name").asString()))
                .containsExactly("database", "redis", "temporal", "groq_api");
        assertThat(health.path("components").get(3).path("scripted").asBoolean())
                .isTrue();
        assertThat(health.path("components").get(3).path("status").asString()).isEqualTo("healthy");
        assertThat(caller.get("/ready").expect(200).text("status")).isEqualTo("ready");
        assertThat(caller.get("/").expect(200).text("docs")).isEqualTo("/docs");
    }
}
