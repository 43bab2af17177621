package io.synthforce.api.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.api.Caller;
import io.synthforce.api.WholeProgram;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What-ifs that speak of the decision, because the turns before it were played anew, too. */
@WholeProgram
class TrunksTest {

    private static final Map<String, Object> GRANT =
            Map.of("type", "indicator", "target", "cash", "change", Map.of("by", 5000));

    @Autowired
    private Caller caller;

    private String simulation;

    @BeforeEach
    void play() {
        Map<String, Object> config = Map.of("max_turns", 3, "agents", List.of("ceo", "sales"), "seed", 7);
        simulation = caller.post(
                        "/simulate/start", Map.of("scenario", "Shall we raise our prices by 20 %?", "config", config))
                .text("session_id");
        caller.post("/simulate/next", Map.of("session_id", simulation, "user_input", "What about churn?"))
                .expect(200);
    }

    @Test
    void six_trunks_of_their_own_are_what_is_counted_and_compared() {
        JsonNode answer =
                caller.post("/simulate/what-if", whatIf(6)).expect(200).body();

        assertThat(answer.path("unit").asString()).isEqualTo("trunk");
        assertThat(answer.path("trunks").asInt()).isEqualTo(6);
        assertThat(answer.path("basis").asString())
                .startsWith("The decision after turn 1: what is counted are 6 trunks");
        JsonNode option = answer.path("options").path(0);
        assertThat(option.path("n").asInt()).isEqualTo(6);
        assertThat(option.path("wins").asInt()).isEqualTo(6);
        assertThat(option.path("verdict").asString()).isEqualTo("better");
        String id = answer.path("id").asString();
        JsonNode experiment = caller.get("/experiments/" + id).body();
        assertThat(experiment.path("trunk_states")).hasSize(6).allSatisfy(trunk -> {
            assertThat(trunk.path("state").asString()).isEqualTo("ended");
            JsonNode inputs = caller.get(
                            "/simulations/" + trunk.path("session_id").asString() + "/export")
                    .body()
                    .path("turns")
                    .path(0)
                    .path("inputs");
            assertThat(inputs.path("user_input").asString()).isEqualTo("What about churn?");
        });
        assertThat(experiment
                        .path("runs")
                        .valueStream()
                        .map(run -> run.path("trunk").asInt()))
                .containsExactly(1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6);
        List<String> data =
                caller.page("/experiments/" + id + "/data.csv").lines().skip(1).toList();
        assertThat(data.stream().map(line -> line.split(",")[1]).distinct())
                .containsExactly("1", "2", "3", "4", "5", "6");
        JsonNode brief = caller.get("/experiments/" + id + "/brief").body();
        assertThat(brief.path("validity").path("limit").asString())
                .startsWith("The decision after turn 1")
                .doesNotContain("of this simulation");
        JsonNode tree =
                caller.get("/simulations/" + simulation + "/lineage").body().path("simulations");
        assertThat(tree).hasSize(1 + 6 + 12);
        assertThat(tree.valueStream()
                        .filter(node -> node.path("depth").asInt() == 2)
                        .map(node -> node.path("trunk").asInt())
                        .distinct())
                .hasSize(6);
    }

    @Test
    void without_them_it_speaks_of_this_simulations_turn() {
        JsonNode answer =
                caller.post("/simulate/what-if", whatIf(1)).expect(200).body();

        assertThat(answer.path("unit").asString()).isEqualTo("run");
        assertThat(answer.path("trunks").asInt()).isEqualTo(1);
        assertThat(answer.path("basis").asString()).startsWith("From turn 1 of this simulation");
        assertThat(answer.path("options").path(0).path("n").asInt()).isEqualTo(1);
        JsonNode experiment =
                caller.get("/experiments/" + answer.path("id").asString()).body();
        assertThat(experiment.path("trunk_states")).isEmpty();
    }

    @Test
    void their_turns_are_estimated() {
        JsonNode one = estimate(whatIf(1));
        JsonNode six = estimate(whatIf(6));

        assertThat(one.path("turns").asInt()).isEqualTo(2);
        assertThat(six.path("turns").asInt()).isEqualTo(6 + 12);
        assertThat(six.path("requests").path("low").asInt())
                .isGreaterThan(6 * one.path("requests").path("low").asInt());
    }

    @Test
    void they_are_refused_where_there_is_nothing_before_the_turn_or_something_else_than_can_be_played_again() {
        String fresh = caller.start(3);
        assertThat(refused(fresh, 6)).contains("From turn 0 every run is independent");
        String branch = caller.post(
                        "/simulations/" + simulation + "/branches", Map.of("base_turn", 1, "changes", List.of(GRANT)))
                .text("session_id");
        assertThat(refused(branch, 6)).contains(branch).contains("was forked with changes");
        Map<String, Object> many = whatIf(50);
        many.put("repeats", 6);
        assertThat(caller.post("/simulate/what-if", many)
                        .expect(422)
                        .body()
                        .path("details")
                        .path(0)
                        .path("message")
                        .asString())
                .contains("650 branches");
    }

    private String refused(String id, int trunks) {
        Map<String, Object> body = whatIf(trunks);
        body.put("session_id", id);
        JsonNode problem = caller.post("/simulate/what-if", body).expect(422).body();
        assertThat(problem.path("details").path(0).path("field").asString()).isEqualTo("body.trunks");
        return problem.path("details").path(0).path("message").asString();
    }

    private JsonNode estimate(Map<String, Object> whatIf) {
        return caller.post("/simulate/estimate", Map.of("what_if", whatIf))
                .expect(200)
                .body();
    }

    private Map<String, Object> whatIf(int trunks) {
        return new LinkedHashMap<>(Map.of(
                "session_id",
                simulation,
                "modifications",
                List.of(GRANT),
                "num_turns_to_simulate",
                1,
                "trunks",
                trunks,
                "outcome",
                Map.of("primary", "cash", "matters", 100)));
    }
}
