package io.synthforce.api.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.api.Caller;
import io.synthforce.api.Caller.Answer;
import io.synthforce.api.SentPrompts;
import io.synthforce.api.WholeProgram;
import io.synthforce.workflows.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@WholeProgram
class MemoryStoryTest {

    @Autowired
    private Caller caller;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void what_an_agent_is_given_is_pinned_into_its_prompts_and_into_nobody_elses() {
        String id = caller.start(4);
        Answer added = add(id, Map.of("key", "holt", "pinned", true));

        caller.next(id).expect(200);

        assertThat(added.text("seat")).isEqualTo("ceo");
        assertThat(added.body().path("pinned").asBoolean()).isTrue();
        assertThat(remembered(id, 1, "ceo")).contains("holt: Holt & Sons pay in March. (pinned)");
        assertThat(prompt(id, 1, "pm")).doesNotContain("Holt & Sons");
        assertThat(find(id, "holt").path("access_count").asInt()).isEqualTo(1);
    }

    @Test
    void the_explanation_of_every_prompt_is_the_prompt() {
        String id = caller.start(14);
        add(id, Map.of("key", "holt", "pinned", true));
        add(id, Map.of("key", "call", "memory_type", "long_term", "until_turn", 3));
        caller.post("/simulate/" + id + "/play", Map.of("until_turn", 13), headers -> {})
                .expect(202);
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofMinutes(2))
                .until(() -> caller.get("/simulate/" + id)
                                .body()
                                .path("current_turn")
                                .asInt()
                        == 13);

        boolean reflected = false;
        for (int turn = 1; turn <= 13; turn++) {
            for (String seat : List.of("ceo", "pm", "sales")) {
                JsonNode explained = explained(id, turn, seat);
                assertThat(lines(explained)).isEqualTo(remembered(id, turn, seat));
                assertThat(explained.path("as_sent").asBoolean()).isTrue();
                assertThat(explained.path("tokens").asInt()).isLessThanOrEqualTo(700);
                reflected |= explained.path("reflection_due").asBoolean();
            }
        }
        assertThat(reflected).isTrue();
        assertThat(types(id)).contains("short_term", "long_term", "episodic", "semantic");
        assertThat(all(id).filter(memory -> !memory.path("sources").isEmpty())).isNotEmpty();
    }

    @Test
    void an_explanation_of_the_past_is_the_same_after_everything_was_changed() {
        String id = caller.start(4);
        add(id, Map.of("key", "holt"));
        caller.next(id).expect(200);
        caller.next(id).expect(200);
        JsonNode before = explained(id, 2, "ceo");

        String holt = find(id, "holt").path("id").asString();
        caller.send(HttpMethod.PATCH, "/memory/" + id + "/" + holt, "{\"summary\": \"Otherwise\"}", headers -> {})
                .expect(200);
        caller.delete("/memory/" + id + "/" + holt).expect(204);
        caller.delete("/memory/" + id).expect(204);

        assertThat(explained(id, 2, "ceo")).isEqualTo(before);
        caller.next(id).expect(200);
        assertThat(explained(id, 3, "ceo").path("left_out").valueStream())
                .filteredOn(item -> item.path("key").asString().equals("holt"))
                .singleElement()
                .satisfies(item -> assertThat(item.path("why").asString()).isEqualTo("forgotten"));
    }

    @Test
    void whatever_is_done_to_the_trunks_memories_a_branch_is_asked_what_its_undisturbed_twin_was_asked() {
        String id = caller.start(4);
        String holt = add(id, Map.of("key", "holt", "pinned", true)).text("id");
        caller.next(id).expect(200);
        String branch = fork(id, List.of());
        String twin = fork(id, List.of());
        caller.next(twin).expect(200);

        caller.send(HttpMethod.PATCH, "/memory/" + id + "/" + holt, "{\"summary\": \"Otherwise\"}", headers -> {})
                .expect(200);
        add(id, Map.of("key", "late", "content", Map.of("summary", "Late to know.")));
        all(id).forEach(memory -> caller.delete(
                        "/memory/" + id + "/" + memory.path("id").asString())
                .expect(204));
        caller.delete("/memory/" + id).expect(204);
        caller.next(branch).expect(200);
        caller.next(id).expect(200);

        assertThat(asked(branch)).isEqualTo(asked(twin)).hasSizeGreaterThan(7);
        assertThat(remembered(branch, 2, "ceo")).anyMatch(line -> line.contains("Holt & Sons"));
        assertThat(remembered(id, 2, "ceo")).isEmpty();
    }

    @Test
    void a_secret_of_a_branch_is_in_no_prompt_of_its_trunk_its_twin_or_a_what_if() {
        String id = caller.start(6);
        caller.next(id).expect(200);
        String branch = fork(
                id, List.of(Map.of("type", "context", "target", "merger", "change", Map.of("partner", "Bluewater"))));
        String twin = fork(id, List.of());
        add(branch, Map.of("key", "secret", "pinned", true));
        caller.post(
                        "/simulate/" + branch + "/inject",
                        Map.of("text", "The partner signs on Friday: Larkspur.", "visibility", "public"))
                .expect(202);

        caller.next(branch).expect(200);
        caller.next(twin).expect(200);
        caller.next(id).expect(200);
        caller.post(
                        "/simulate/what-if",
                        Map.of(
                                "session_id",
                                id,
                                "num_turns_to_simulate",
                                1,
                                "modifications",
                                List.of(Map.of("type", "context", "target", "mood", "change", Map.of("is", "good")))))
                .expect(200);

        assertThat(asked(branch))
                .anyMatch(request -> request.contains("Bluewater"))
                .anyMatch(request -> request.contains("Larkspur"))
                .anyMatch(request -> request.contains("Holt & Sons"));
        assertThat(askedOfOthers(branch))
                .hasSizeGreaterThan(40)
                .noneMatch(request -> request.contains("Bluewater"))
                .noneMatch(request -> request.contains("Larkspur"))
                .noneMatch(request -> request.contains("Holt & Sons"));
        assertThat(explained(branch, 1, "ceo")).isEqualTo(explained(id, 1, "ceo"));
    }

    @Test
    void the_list_is_paged_and_says_how_many_there_are() {
        String id = caller.start(2);
        caller.next(id).expect(200);
        int total = caller.get("/memory/" + id).body().path("total_memories").asInt();

        List<String> seen = new ArrayList<>();
        JsonNode offset = Json.mapper().valueToTree(0);
        while (!offset.isNull()) {
            JsonNode page = caller.get("/memory/" + id + "?limit=3&offset=" + offset.asInt())
                    .expect(200)
                    .body();
            assertThat(page.path("total_memories").asInt()).isEqualTo(total);
            entries(page).forEach(memory -> seen.add(memory.path("id").asString()));
            offset = page.path("next_offset");
        }

        assertThat(seen).hasSize(total).doesNotHaveDuplicates();
        assertThat(entries(caller.get("/memory/" + id + "?memory_type=episodic").body()))
                .hasSize(4)
                .allMatch(memory -> memory.path("memory_type").asString().equals("episodic"));
    }

    @Test
    void whoever_names_no_limit_is_shown_everything() {
        String id = caller.start(2);
        String first = add(id, Map.of("key", "holt")).text("id");
        jdbc.sql("""
                        insert into memories (simulation, seq, turn, seat, agent_role, memory_type, key, content, importance, expires_at)
                        select simulation, seq, turn, seat, agent_role, memory_type, key || n, content, importance, expires_at
                        from memories, generate_series(1, 1500) as n where id = cast(? as uuid)""").param(first).update();

        JsonNode all = caller.get("/memory/" + id).expect(200).body();

        assertThat(entries(all)).hasSize(1501);
        assertThat(all.path("next_offset").isNull()).isTrue();
        assertThat(entries(caller.get("/memory/" + id + "?limit=1000").body())).hasSize(1000);
    }

    @Test
    void what_cannot_be_changed_is_said_by_name() {
        String id = caller.start(2);
        String holt = add(id, Map.of("key", "holt")).text("id");
        String nobody = UUID.randomUUID().toString();

        assertThat(refusal(post(id, Map.of("key", "holt")), 409)).isEqualTo("memory_key_taken");
        assertThat(refusal(caller.delete("/memory/" + id + "/" + nobody), 404)).isEqualTo("memory_not_found");
        assertThat(refusal(post(nobody, Map.of()), 404)).isEqualTo("simulation_not_found");
        assertThat(field(post(id, Map.of("agent_role", "designer")))).isEqualTo("body.agent_role");
        assertThat(field(post(id, Map.of("key", "turn_1_response")))).isEqualTo("body.key");
        assertThat(field(post(id, Map.of("memory_type", "muscle")))).isEqualTo("body.memory_type");
        assertThat(field(post(id, Map.of("importance", 1.1)))).isEqualTo("body.importance");
        assertThat(field(post(id, Map.of("expires_at", "2020-01-01T00:00:00Z"))))
                .isEqualTo("body.expires_at");
        assertThat(field(post(id, Map.of("content", Map.of())))).isEqualTo("body.content.summary");
        assertThat(field(caller.get("/memory/" + id + "?explain=ceo,1"))).isEqualTo("query.explain");
        assertThat(refusal(caller.get("/memory/" + id + "?explain=1,ceo"), 404)).isEqualTo("turn_not_found");
        for (int i = 0; i < 5; i++) {
            add(id, Map.of("pinned", true));
        }
        assertThat(refusal(post(id, Map.of("pinned", true)), 409)).isEqualTo("too_many_pinned");
        assertThat(refusal(
                        caller.send(HttpMethod.PATCH, "/memory/" + id + "/" + holt, "{\"pinned\": true}", h -> {}),
                        409))
                .isEqualTo("too_many_pinned");
        for (int i = 0; i < 5; i++) {
            add(id, Map.of("memory_type", "long_term"));
        }
        assertThat(refusal(post(id, Map.of("memory_type", "long_term")), 409)).isEqualTo("too_many_commitments");
    }

    private Answer add(String id, Map<String, Object> members) {
        return post(id, members).expect(201);
    }

    private Answer post(String id, Map<String, Object> members) {
        Map<String, Object> body = new java.util.HashMap<>(
                Map.of("agent_role", "ceo", "content", Map.of("summary", "Holt & Sons pay in March.")));
        body.putAll(members);
        return caller.post("/memory/" + id, body);
    }

    private static String refusal(Answer answer, int status) {
        return answer.expect(status).text("error");
    }

    private static String field(Answer answer) {
        return answer.expect(422).body().path("details").path(0).path("field").asString();
    }

    private String fork(String id, List<Map<String, Object>> changes) {
        return caller.post("/simulations/" + id + "/branches", Map.of("changes", changes))
                .expect(201)
                .text("session_id");
    }

    private Stream<JsonNode> all(String id) {
        return entries(caller.get("/memory/" + id).expect(200).body());
    }

    private static Stream<JsonNode> entries(JsonNode answer) {
        return answer.path("memories_by_agent").valueStream().flatMap(JsonNode::valueStream);
    }

    private List<String> types(String id) {
        return all(id).map(memory -> memory.path("memory_type").asString()).toList();
    }

    private JsonNode find(String id, String key) {
        return all(id).filter(memory -> memory.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode explained(String id, int turn, String seat) {
        return caller.get("/memory/%s?explain=%d,%s".formatted(id, turn, seat))
                .expect(200)
                .body()
                .path("explanation");
    }

    private static List<String> lines(JsonNode explanation) {
        return explanation
                .path("recalled")
                .valueStream()
                .map(item -> item.path("line").asString())
                .toList();
    }

    private List<String> remembered(String id, int turn, String seat) {
        return new SentPrompts(jdbc).remembered(id, turn, seat);
    }

    /** Every request of a simulation's own turns, as it was sent, in an order that does not depend on time. */
    private List<String> asked(String id) {
        return jdbc.sql("""
                        select a.request from calls c join attempts a on a.id = c.attempt where c.simulation = :id
                        order by c.turn, c.phase, c.round, c.seat""")
                .param("id", UUID.fromString(id))
                .query(String.class)
                .list();
    }

    /** Every request of all that descends from the same beginning, but for one simulation. */
    private List<String> askedOfOthers(String id) {
        return jdbc.sql("""
                        select a.request from attempts a join simulations s on s.id = a.simulation
                        where s.id <> :id and s.root = (select root from simulations where id = :id)""")
                .param("id", UUID.fromString(id))
                .query(String.class)
                .list();
    }

    private String prompt(String id, int turn, String seat) {
        return new SentPrompts(jdbc).position(id, turn, seat);
    }
}
