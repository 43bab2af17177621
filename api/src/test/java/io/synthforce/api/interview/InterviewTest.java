package io.synthforce.api.interview;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.api.Caller;
import io.synthforce.api.WholeProgram;
import io.synthforce.api.workflow.SimulationWorkflows;
import io.synthforce.api.workflow.TemporalAway;
import io.synthforce.store.interview.Interview;
import io.synthforce.store.interview.Interviews;
import io.synthforce.store.interview.Interviews.Submitted;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@WholeProgram
class InterviewTest {

    @Autowired
    private Caller caller;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Interviews interviews;

    @Autowired
    private Simulations simulations;

    @Autowired
    private SimulationWorkflows workflows;

    @Test
    void an_agent_answers_as_it_was_after_a_turn_and_names_what_it_rests_on() {
        String simulation = played(3, 3);

        JsonNode answer = ask(simulation, Map.of("agent", "sales", "question", "What do you fear?", "at_turn", 2));

        assertThat(answer.path("status").asString()).isEqualTo("done");
        assertThat(answer.path("at_turn").asInt()).isEqualTo(2);
        assertThat(answer.path("seat").asString()).isEqualTo("sales");
        assertThat(answer.path("answer").asString()).isNotBlank();
        assertThat(answer.path("scripted").asBoolean()).isTrue();
        assertThat(answer.path("notice").asString()).startsWith("SCRIPTED");
        List<String> known = jdbc.sql(
                        "select key from memories where simulation = :id and seat = 'sales' and turn <= 2")
                .param("id", UUID.fromString(simulation))
                .query((row, _) -> row.getString("key"))
                .list();
        assertThat(answer.path("sources"))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(known).contains(source.asString()));
        assertThat(prompt(simulation)).contains("What do you fear?").doesNotContain("turn_3");
        assertThat(caller.get("/simulations/" + simulation + "/interviews")
                        .body()
                        .path("interviews")
                        .path(0))
                .isEqualTo(answer);
    }

    @Test
    void the_simulation_does_not_notice() {
        String interviewed = played(3, 2);
        String twin = played(3, 2);
        JsonNode before = export(interviewed);
        JsonNode memories = caller.get("/memory/" + interviewed).body();
        JsonNode quality =
                caller.get("/simulations/" + interviewed + "/quality").body();

        ask(interviewed, Map.of("agent", "ceo", "question", "Are you sure?"));
        ask(interviewed, Map.of("agent", "pm", "question", "And you?", "at_turn", 1));

        assertThat(export(interviewed)).isEqualTo(before);
        assertThat(caller.get("/memory/" + interviewed).body()).isEqualTo(memories);
        assertThat(caller.get("/simulations/" + interviewed + "/quality").body())
                .isEqualTo(quality);
        caller.next(interviewed).expect(200);
        caller.next(twin).expect(200);
        assertThat(prompts(interviewed, 3)).isNotEmpty().isEqualTo(prompts(twin, 3));
        assertThat(replay(interviewed).path("identical").asBoolean()).isTrue();
        assertThat(replay(interviewed).path("journal_hash"))
                .isEqualTo(replay(twin).path("journal_hash"));
    }

    @Test
    void it_is_paid_by_the_simulation_and_once_under_its_key() {
        String simulation = played(3, 1);
        int requests = requests(simulation);
        Map<String, Object> question = Map.of("agent", "ceo", "question", "Why?");
        String key = UUID.randomUUID().toString();

        JsonNode first = caller.post("/simulations/" + simulation + "/ask", question, Caller.keyed(key))
                .expect(200)
                .body();
        JsonNode second = caller.post("/simulations/" + simulation + "/ask", question, Caller.keyed(key))
                .expect(200)
                .body();

        assertThat(second).isEqualTo(first);
        assertThat(requests(simulation)).isEqualTo(requests + 1);
        caller.post(
                        "/simulations/" + simulation + "/ask",
                        Map.of("agent", "ceo", "question", "Why not?"),
                        Caller.keyed(key))
                .expect(409);
    }

    @Test
    void what_the_budget_does_not_cover_is_refused_at_once_and_names_it() {
        String simulation = played(3, 1);
        Map<String, Object> question = Map.of("agent", "ceo", "question", "Why?");
        long spent =
                budget(simulation, 100_000_000).path("spent").path("tokens").asLong();
        budget(simulation, spent + 10);

        Caller.Answer refused = caller.post("/simulations/" + simulation + "/ask", question, Caller.keyed("why"))
                .expect(409);

        assertThat(refused.text("error")).isEqualTo("budget_exhausted");
        assertThat(refused.text("detail"))
                .startsWith("The budget does not cover the question: 10 of %d tokens are left".formatted(spent + 10))
                .contains("Nobody was asked", "PUT /simulations/" + simulation + "/budget");
        budget(simulation, 100_000_000);
        caller.post("/simulations/" + simulation + "/ask", question, Caller.keyed("why"))
                .expect(200);
    }

    private JsonNode budget(String simulation, long tokens) {
        return caller.send(
                        HttpMethod.PUT,
                        "/simulations/" + simulation + "/budget",
                        "{\"max_tokens\": %d}".formatted(tokens),
                        headers -> {})
                .expect(200)
                .body();
    }

    @Test
    void before_the_first_turn_and_before_a_fork_there_is_somebody_to_ask_too() {
        String trunk = played(3, 2);
        String branch = caller.post("/simulations/" + trunk + "/branches", Map.of("base_turn", 2))
                .text("session_id");

        assertThat(ask(trunk, Map.of("agent", "ceo", "question", "Ready?", "at_turn", 0))
                        .path("sources"))
                .isEmpty();
        assertThat(ask(branch, Map.of("agent", "sales", "question", "What was that?", "at_turn", 1))
                        .path("status")
                        .asString())
                .isEqualTo("done");
    }

    @Test
    void a_question_that_was_stored_and_never_begun_is_answered_once() throws TemporalAway {
        String simulation = played(3, 1);
        Scenario scenario =
                simulations.find(UUID.fromString(simulation)).orElseThrow().scenario();
        var asked = new Interviews.Asked(
                UUID.fromString(simulation), 1, scenario.cast().getFirst(), scenario, "Why?");
        UUID id = ((Submitted.Stored) interviews.submit(asked, "lost", "hash"))
                .interview()
                .id();
        jdbc.sql("update interviews set created_at = created_at - interval '1 minute' where id = :id")
                .param("id", id)
                .update();

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> interviews.find(id).orElseThrow().state() == Interview.State.DONE);
        workflows.interview(id);
        assertThat(caller.get("/simulations/" + simulation + "/interviews")
                        .body()
                        .path("interviews"))
                .hasSize(1);
        assertThat(prompt(simulation)).contains("Why?");
    }

    @Test
    void a_role_of_the_scenarios_own_is_asked_as_well() {
        String simulation = caller.post("/simulate/start", Map.of("scenario_id", "enterprise-pivot"))
                .expect(201)
                .text("session_id");
        caller.next(simulation).expect(200);

        JsonNode answer = ask(simulation, Map.of("agent", "security_lead", "question", "What do you advise?"));

        assertThat(answer.path("agent").asString()).isEqualTo("security_lead");
        assertThat(answer.path("answer").asString()).isNotBlank();
    }

    @Test
    void nobody_who_is_not_there_is_asked() {
        String simulation = caller.start();
        String path = "/simulations/" + simulation + "/ask";
        caller.post(path, Map.of("agent", "designer", "question", "Why?")).expect(422);
        caller.post(path, Map.of("agent", "ceo", "question", "Why?", "at_turn", 1))
                .expect(422);
        caller.post(path, Map.of("agent", "ceo", "question", "")).expect(422);
        caller.post(path, Map.of("agent", "ceo", "question", "  ")).expect(422);
        caller.post("/simulations/" + UUID.randomUUID() + "/ask", Map.of("agent", "ceo", "question", "Why?"))
                .expect(404);
    }

    private JsonNode ask(String simulation, Map<String, Object> question) {
        return caller.post("/simulations/" + simulation + "/ask", question)
                .expect(200)
                .body();
    }

    /** Everything but when it was exported, what it cost and what was asked beside it. */
    private JsonNode export(String simulation) {
        JsonNode export = caller.get("/simulations/" + simulation + "/export").body();
        ((tools.jackson.databind.node.ObjectNode) export).remove(List.of("exported_at", "cost", "interviews"));
        return export;
    }

    private JsonNode replay(String simulation) {
        return caller.post("/simulations/" + simulation + "/replay").expect(200).body();
    }

    private int requests(String simulation) {
        return caller.get("/simulations/" + simulation + "/cost")
                .body()
                .path("total")
                .path("requests")
                .asInt();
    }

    private String prompt(String simulation) {
        return jdbc.sql("select request from attempts where simulation = :id and phase = 'interview'")
                .param("id", UUID.fromString(simulation))
                .query(String.class)
                .single();
    }

    private List<String> prompts(String simulation, int turn) {
        return jdbc.sql("""
                select seat || phase || round || (cast(request as jsonb) ->> 'messages') as prompt
                from attempts where simulation = :id and turn = :turn and phase <> 'interview' order by 1""")
                .param("id", UUID.fromString(simulation))
                .param("turn", turn)
                .query((row, _) -> row.getString("prompt"))
                .list();
    }

    private String played(int maxTurns, int turns) {
        String id = caller.start(maxTurns);
        for (int turn = 0; turn < turns; turn++) {
            caller.next(id).expect(200);
        }
        return id;
    }
}
