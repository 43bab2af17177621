package io.synthforce.api.branch;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.api.Caller;
import io.synthforce.api.Caller.Answer;
import io.synthforce.api.WholeProgram;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@WholeProgram
class BranchesTest {

    @Autowired
    private Caller caller;

    @Test
    void a_branch_is_played_on_from_the_turn_it_was_forked_after() {
        String trunk = played(3, 2);
        JsonNode branch = fork(trunk, Map.of("base_turn", 1, "name", "Another way"));
        String id = branch.path("session_id").asString();

        JsonNode next = caller.next(id).expect(200).body();

        assertThat(branch.path("parent").asString()).isEqualTo(trunk);
        assertThat(branch.path("current_turn").asInt()).isEqualTo(1);
        assertThat(next.path("turn_number").asInt()).isEqualTo(2);
        assertThat(next.path("session_id").asString()).isEqualTo(id);
        JsonNode turns = caller.get("/simulations/" + id + "/turns").expect(200).body();
        assertThat(turns.path("total").asInt()).isEqualTo(2);
        assertThat(turns.path("turns").get(0))
                .isEqualTo(caller.get("/simulations/" + trunk + "/turns/1").body());
        assertThat(turns.path("turns").get(1)).isEqualTo(next);
        JsonNode shown = caller.get("/simulate/" + id).expect(200).body();
        assertThat(shown.path("name").asString()).isEqualTo("Another way");
        assertThat(shown.path("root").asString()).isEqualTo(trunk);
        assertThat(shown.path("agent_states").get(0).path("messages_sent").asInt())
                .as("what was said before the fork counts")
                .isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    void a_fork_after_the_first_a_middle_or_the_last_turn_can_be_played(int turn) {
        String trunk = played(2, 2);

        JsonNode branch = fork(trunk, Map.of("base_turn", turn));

        assertThat(caller.next(branch.path("session_id").asString())
                        .expect(200)
                        .body()
                        .path("turn_number")
                        .asInt())
                .isEqualTo(turn + 1);
    }

    @Test
    void a_paused_simulation_can_be_forked_and_stays_paused() {
        String trunk = played(3, 1);
        caller.post("/simulate/" + trunk + "/pause").expect(200);

        JsonNode branch = fork(trunk, Map.of());

        assertThat(branch.path("status").asString()).isEqualTo("active");
        caller.next(branch.path("session_id").asString()).expect(200);
        assertThat(caller.get("/simulate/" + trunk).text("status")).isEqualTo("paused");
    }

    @Test
    void the_same_key_is_the_same_branch_and_another_body_under_it_is_refused() {
        String trunk = played(3, 1);
        String path = "/simulations/" + trunk + "/branches";

        Answer first =
                caller.post(path, Map.of("base_turn", 1), Caller.keyed("fork")).expect(201);
        Answer again =
                caller.post(path, Map.of("base_turn", 1), Caller.keyed("fork")).expect(201);
        Answer other =
                caller.post(path, Map.of("base_turn", 0), Caller.keyed("fork")).expect(409);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.text("error")).isEqualTo("idempotency_conflict");
    }

    @Test
    void a_branch_with_recorded_inputs_is_asked_what_the_simulation_was() {
        String trunk = played(4, 1);
        caller.post("/simulate/" + trunk + "/inject", Map.of("text", "The press calls."))
                .expect(202);
        caller.post("/simulate/next", Map.of("session_id", trunk, "user_input", "What about churn?"))
                .expect(200);

        JsonNode branch = fork(trunk, Map.of("base_turn", 1, "inputs", "recorded"));
        String id = branch.path("session_id").asString();
        JsonNode turn = caller.next(id).expect(200).body();

        assertThat(branch.path("inputs").asString()).isEqualTo("recorded");
        assertThat(turn.path("world").path("events"))
                .isEqualTo(caller.get("/simulations/" + trunk + "/turns/2")
                        .body()
                        .path("world")
                        .path("events"));
        JsonNode inputs = export(id).path("turns").path(1).path("inputs");
        assertThat(inputs.path("user_input").asString()).isEqualTo("What about churn?");
        assertThat(inputs).isEqualTo(export(trunk).path("turns").path(1).path("inputs"));
    }

    @Test
    void without_a_word_of_inputs_there_are_none_and_saying_so_is_the_same_request() {
        String trunk = played(3, 1);
        String path = "/simulations/" + trunk + "/branches";

        Answer first = caller.post(path, Map.of(), Caller.keyed("inputs")).expect(201);

        assertThat(first.text("inputs")).isEqualTo("none");
        assertThat(caller.post(path, Map.of("inputs", "none"), Caller.keyed("inputs"))
                        .expect(201)
                        .body())
                .isEqualTo(first.body());
        caller.post(path, Map.of("inputs", "recorded"), Caller.keyed("inputs")).expect(409);
        assertThat(caller.post(path, Map.of("inputs", "all"))
                        .expect(422)
                        .body()
                        .path("details")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("body.inputs");
    }

    private JsonNode export(String id) {
        return caller.get("/simulations/" + id + "/export").expect(200).body();
    }

    @Test
    void snapshots_are_shown_for_every_turn_also_those_before_the_fork() {
        String trunk = played(3, 2);
        String id = fork(trunk, Map.of("base_turn", 1, "changes", List.of(cash(9000))))
                .path("session_id")
                .asString();
        caller.next(id).expect(200);

        JsonNode list =
                caller.get("/simulations/" + id + "/snapshots").expect(200).body();

        assertThat(list.path("total").asInt()).isEqualTo(3);
        assertThat(list.path("snapshots")
                        .valueStream()
                        .map(s -> s.path("played_by").asString()))
                .containsExactly(trunk, id, id);
        assertThat(list.path("snapshots")
                        .get(1)
                        .path("ledger")
                        .get(0)
                        .path("value")
                        .asDouble())
                .isEqualTo(9000);
        assertThat(caller.get("/simulations/" + id + "/snapshots/0").body())
                .isEqualTo(list.path("snapshots").get(0));
        assertThat(caller.get("/simulations/" + id + "/snapshots/3").expect(404).text("error"))
                .isEqualTo("snapshot_not_found");
    }

    @Test
    void the_lineage_is_the_whole_tree_wherever_one_asks() {
        String trunk = played(3, 2);
        String branch = fork(trunk, Map.of("base_turn", 1, "changes", List.of(cash(9000))))
                .path("session_id")
                .asString();
        String twig = fork(branch, Map.of()).path("session_id").asString();
        String sibling = fork(branch, Map.of("base_turn", 0)).path("session_id").asString();

        JsonNode tree =
                caller.get("/simulations/" + twig + "/lineage").expect(200).body();

        assertThat(tree.path("root").asString()).isEqualTo(trunk);
        assertThat(tree.path("simulations")
                        .valueStream()
                        .map(node -> "%s < %s"
                                .formatted(
                                        node.path("session_id").asString(),
                                        node.path("parent").asString())))
                .as("turn 0 was the trunk's, so what is forked after it is forked from the trunk")
                .containsExactly(trunk + " < ", branch + " < " + trunk, sibling + " < " + trunk, twig + " < " + branch);
        assertThat(tree.path("simulations")
                        .get(1)
                        .path("changes")
                        .get(0)
                        .path("type")
                        .asString())
                .isEqualTo("indicator");
        assertThat(caller.get("/simulations/" + trunk + "/lineage").body().path("simulations"))
                .isEqualTo(tree.path("simulations"));
    }

    @Test
    void what_others_were_forked_from_is_deleted_only_with_them() {
        String trunk = played(3, 1);
        String branch = fork(trunk, Map.of()).path("session_id").asString();

        Answer refused = caller.delete("/simulate/" + trunk).expect(409);
        assertThat(refused.body().path("branches").get(0).asString()).isEqualTo(branch);

        caller.delete("/simulate/" + trunk + "?cascade=true").expect(204);
        caller.get("/simulate/" + branch).expect(404);
    }

    @Test
    void what_cannot_be_changed_is_refused_with_what_can() {
        String trunk = played(3, 1);

        assertRefused(trunk, Map.of("base_turn", 2), "body.base_turn", "1");
        assertRefused(trunk, Map.of("max_turns", 1), "body.max_turns", "from 2");
        assertRefused(trunk, changed("weather", "rain", Map.of()), "body.changes.0.type", "'context'");
        assertRefused(
                trunk, changed("indicator", "profit", Map.of("value", 1)), "body.changes.0.target", "cash, customers");
        assertRefused(trunk, changed("indicator", "cash", Map.of()), "body.changes.0.change.value", "by");
        assertRefused(trunk, changed("indicator", "", Map.of("value", 1)), "body.changes.0.target", "1 to 255");
        assertRefused(trunk, changed("rule", "x".repeat(256), Map.of()), "body.changes.0.target", "1 to 255");
        assertRefused(trunk, changed("agent", "cfo", Map.of("absent", true)), "body.changes.0.target", "ceo");
        assertRefused(trunk, changed("agent", "ceo", Map.of("model", 7)), "body.changes.0.change.model", "text");
        assertRefused(
                trunk,
                changed("parameter", "rules.churn", Map.of("value", 1)),
                "body.changes.0.target",
                "rules.churn.rate");
        assertRefused(
                trunk,
                changed("event", "strike", Map.of("description", "A strike", "on_turn", 1)),
                "body.changes.0.change.on_turn",
                "2");
        assertRefused(trunk, changed("cast_added", "cfo", Map.of()), "body.changes.0.target", "designer");
        assertRefused(
                trunk,
                changed("rule", "tax", Map.of("indicator", "profit")),
                "body.changes.0.change.indicator",
                "cash");
        assertThat(caller.get("/simulations/" + trunk + "/lineage").body().path("simulations"))
                .as("nothing was written")
                .hasSize(1);
    }

    private void assertRefused(String trunk, Map<String, Object> request, String field, String named) {
        Answer answer =
                caller.post("/simulations/" + trunk + "/branches", request).expect(422);
        JsonNode detail = answer.body().path("details").get(0);
        assertThat(detail.path("field").asString()).isEqualTo(field);
        assertThat(detail.path("message").asString()).contains(named);
    }

    private static Map<String, Object> changed(String type, String target, Map<String, Object> change) {
        return Map.of("changes", List.of(Map.of("type", type, "target", target, "change", change)));
    }

    private static Map<String, Object> cash(int value) {
        return Map.of("type", "indicator", "target", "cash", "change", Map.of("value", value));
    }

    private JsonNode fork(String simulation, Map<String, Object> request) {
        return caller.post("/simulations/" + simulation + "/branches", request)
                .expect(201)
                .body();
    }

    private String played(int maxTurns, int turns) {
        String id = caller.start(maxTurns);
        for (int turn = 0; turn < turns; turn++) {
            caller.next(id).expect(200);
        }
        return id;
    }
}
