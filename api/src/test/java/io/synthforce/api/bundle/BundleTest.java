package io.synthforce.api.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.api.Caller;
import io.synthforce.api.Caller.Answer;
import io.synthforce.api.WholeProgram;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@WholeProgram
class BundleTest {

    /** Bundles are passed on digit by digit, or their hashes do not hold. */
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Autowired
    private Caller caller;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void an_imported_simulation_replays_to_the_same_hash_and_costs_nothing() {
        String original = played(3, 2);

        String imported = take(bundle(original));

        JsonNode replay = replay(imported);
        assertThat(replay.path("identical").asBoolean())
                .as("%s", replay.path("first_difference"))
                .isTrue();
        assertThat(replay.path("journal_hash")).isEqualTo(replay(original).path("journal_hash"));
        assertThat(imported).isNotEqualTo(original);
        JsonNode cost = caller.get("/simulations/" + imported + "/cost").body().path("total");
        assertThat(cost.path("requests").asInt()).isZero();
        assertThat(jdbc.sql("select bool_and(imported) from calls where simulation = :id")
                        .param("id", UUID.fromString(imported))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void it_is_read_as_the_original_and_played_on_from_the_same_prompts() {
        String original = played(3, 2);
        caller.post("/memory/" + original, note("ceo", "Remember the discount we promised."));
        String imported = take(bundle(original));

        caller.next(original).expect(200);
        caller.next(imported).expect(200);

        assertThat(prompts(imported, 3)).isNotEmpty().isEqualTo(prompts(original, 3));
        assertThat(replay(imported).path("journal_hash"))
                .isEqualTo(replay(original).path("journal_hash"));
        for (int turn = 1; turn <= 2; turn++) {
            assertThat(said(imported, turn)).isEqualTo(said(original, turn));
        }
    }

    @Test
    void a_branch_comes_with_what_it_was_forked_from_as_far_as_it_is_shared() {
        String trunk = played(4, 3);
        Map<String, Object> change = Map.of("type", "indicator", "target", "cash", "change", Map.of("value", 321));
        String branch = caller.post(
                        "/simulations/" + trunk + "/branches", Map.of("base_turn", 1, "changes", List.of(change)))
                .text("session_id");
        caller.next(branch).expect(200);

        String imported = take(bundle(branch));

        JsonNode shown = caller.get("/simulate/" + imported).expect(200).body();
        String parent = shown.path("parent").asString();
        assertThat(shown.path("base_turn").asInt()).isEqualTo(1);
        assertThat(caller.get("/simulate/" + parent).body().path("current_turn").asInt())
                .isEqualTo(1);
        assertThat(replay(imported).path("identical").asBoolean()).isTrue();
        assertThat(replay(imported).path("journal_hash"))
                .isEqualTo(replay(branch).path("journal_hash"));
        caller.next(branch).expect(200);
        caller.next(imported).expect(200);
        assertThat(prompts(imported, 3)).isNotEmpty().isEqualTo(prompts(branch, 3));
    }

    @Test
    void a_branch_keeps_the_recorded_inputs_of_turns_it_has_yet_to_play() {
        String trunk = played(4, 1);
        caller.post("/simulate/next", Map.of("session_id", trunk, "user_input", "What about churn?"))
                .expect(200);
        String branch = caller.post("/simulations/" + trunk + "/branches", Map.of("base_turn", 1, "inputs", "recorded"))
                .text("session_id");

        String imported = take(bundle(branch));
        caller.next(branch).expect(200);
        caller.next(imported).expect(200);

        assertThat(prompts(imported, 2)).isNotEmpty().isEqualTo(prompts(branch, 2));
        assertThat(prompts(imported, 2).toString()).contains("What about churn?");
    }

    @Test
    void a_bundle_of_an_import_says_the_same_but_for_ids_and_what_was_paid() {
        String original = played(2, 1);
        JsonNode first = bundle(original);

        JsonNode second = bundle(take(first));

        assertThat(second.path("header").path("journal_hash"))
                .isEqualTo(first.path("header").path("journal_hash"));
        JsonNode was = first.path("simulations").path(0).path("turns").path(0).path("calls");
        JsonNode is = second.path("simulations").path(0).path("turns").path(0).path("calls");
        assertThat(is).hasSameSizeAs(was);
        for (int i = 0; i < was.size(); i++) {
            assertThat(is.path(i).path("reply")).isEqualTo(was.path(i).path("reply"));
            assertThat(is.path(i).path("sent").path("request").path("messages"))
                    .isNotEmpty()
                    .isEqualTo(was.path(i).path("sent").path("request").path("messages"));
            assertThat(is.path(i).path("imported").asBoolean()).isTrue();
        }
    }

    @Test
    void what_agents_were_asked_comes_along_and_costs_nothing() {
        String original = played(2, 1);
        caller.post("/simulations/" + original + "/ask", Map.of("agent", "ceo", "question", "What about Holt?"))
                .expect(200);

        String imported = take(bundle(original));

        JsonNode asked = interview(original);
        JsonNode here = interview(imported);
        assertThat(asked.path("answer").asString()).isNotBlank();
        for (String member : List.of("question", "answer", "seat", "at_turn", "status", "model", "scripted")) {
            assertThat(here.path(member)).as(member).isEqualTo(asked.path(member));
        }
        assertThat(caller.get("/simulations/" + imported + "/cost")
                        .body()
                        .at("/total/requests")
                        .asInt())
                .isZero();
        caller.post("/simulations/" + imported + "/ask", Map.of("agent", "ceo", "question", "And now?"))
                .expect(200);
        assertThat(replay(imported).path("identical").asBoolean()).isTrue();
    }

    private JsonNode interview(String simulation) {
        JsonNode interviews = caller.get("/simulations/" + simulation + "/interviews")
                .expect(200)
                .body()
                .path("interviews");
        assertThat(interviews).hasSize(1);
        return interviews.path(0);
    }

    @Test
    void a_bundle_from_before_there_were_interviews_is_read() {
        JsonNode bundle = bundle(played(2, 1));
        ((ObjectNode) bundle.path("simulations").path(0)).remove("interviews");

        assertThat(replay(take(bundle)).path("identical").asBoolean()).isTrue();
    }

    @Test
    void the_same_key_imports_once() {
        JsonNode bundle = bundle(played(2, 1));
        String key = UUID.randomUUID().toString();

        String first = caller.post("/simulations/import", bundle, Caller.keyed(key))
                .expect(201)
                .text("session_id");
        String second = caller.post("/simulations/import", bundle, Caller.keyed(key))
                .expect(201)
                .text("session_id");

        assertThat(second).isEqualTo(first);
        caller.post("/simulations/import", bundle(played(2, 1)), Caller.keyed(key))
                .expect(409);
    }

    @Test
    void what_was_tampered_with_is_refused_by_name_and_leaves_nothing() {
        JsonNode bundle = bundle(played(2, 1));
        long before = simulations();

        ObjectNode call = (ObjectNode) turn(bundle).path("calls").path(0);
        call.put("reply", "{\"text\": \"I never said that.\"}");
        assertRefused(bundle, "body.simulations.0.turns.0.calls.0.content_hash");

        ((ObjectNode) bundle.path("header")).put("engine", 99);
        assertRefused(bundle, "body.header.engine");

        ((ObjectNode) bundle.path("header")).remove("format");
        assertRefused(bundle, "body.header");

        assertThat(simulations()).isEqualTo(before);
    }

    @Test
    void a_scenario_or_an_event_that_was_tampered_with_is_refused() {
        JsonNode bundle = bundle(played(2, 1));
        ObjectNode event = (ObjectNode) turn(bundle).path("events").path(1).path("event");
        event.put("value", 1_000_000);
        assertRefused(bundle, "body.simulations.0.turns.0.events.1.hash");

        ((ObjectNode) bundle.path("simulations").path(0).path("head").path("scenario")).put("text", "Another one.");
        assertRefused(bundle, "body.simulations.0.head.opening");
    }

    @Test
    void what_is_no_bundle_is_refused() {
        caller.post("/simulations/import", "[]").expect(422);
        caller.post("/simulations/import", "{\"header\": {").expect(422);
        caller.post("/simulations/import", Map.of()).expect(422);
    }

    private void assertRefused(JsonNode bundle, String field) {
        Answer answer = caller.post("/simulations/import", bundle).expect(422);
        assertThat(answer.body().path("details").path(0).path("field").asString())
                .startsWith(field);
    }

    private static JsonNode turn(JsonNode bundle) {
        return bundle.path("simulations").path(0).path("turns").path(0);
    }

    private long simulations() {
        return jdbc.sql("select count(*) from simulations").query(Long.class).single();
    }

    private static Map<String, Object> note(String role, String text) {
        return Map.of(
                "agent_role", role, "memory_type", "semantic", "key", "promise", "content", Map.of("summary", text));
    }

    private String take(JsonNode bundle) {
        return caller.post("/simulations/import", bundle).expect(201).text("session_id");
    }

    private JsonNode bundle(String simulation) {
        return EXACT.readTree(caller.page("/simulations/" + simulation + "/bundle"));
    }

    private JsonNode replay(String simulation) {
        return caller.post("/simulations/" + simulation + "/replay").expect(200).body();
    }

    private List<String> said(String simulation, int turn) {
        return caller.get("/simulations/%s/turns/%d".formatted(simulation, turn))
                .body()
                .path("agent_responses")
                .findValuesAsString("response");
    }

    /** What was sent in a turn, in one order. */
    private List<String> prompts(String simulation, int turn) {
        return jdbc.sql("""
                select seat || phase || round || (cast(request as jsonb) ->> 'messages') as prompt
                from attempts where simulation = :id and turn = :turn order by 1""")
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
