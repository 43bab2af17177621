package io.synthforce.api.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.api.Caller;
import io.synthforce.api.WholeProgram;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@WholeProgram
class JudgedWhatIfTest {

    private static final String STORM = "A snowstorm closes every warehouse";
    private static final String OPTION = "Northern winter";

    @Autowired
    private Caller caller;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void what_a_judge_counts_is_no_verdict_before_people_have_checked_it() {
        String experiment = ask(10);
        JsonNode unchecked = proposition(experiment);

        assertThat(unchecked.path("checked").asBoolean()).isFalse();
        assertThat(unchecked.path("told").asString()).startsWith("Judge unchecked: nobody has labelled a run.");
        JsonNode stormy = unchecked.path("shares").get(0);
        JsonNode plain = unchecked.path("shares").get(1);
        assertThat(stormy.path("option").asString()).isEqualTo(OPTION);
        assertThat(stormy.path("holds").asInt()).isEqualTo(10);
        assertThat(plain.path("option").isNull()).isTrue();
        assertThat(plain.path("holds").asInt()).isZero();
        assertThat(stormy.path("corrected").isNull()).isTrue();
        assertThat(option(experiment).path("verdict").asString()).isEqualTo("judge_unchecked");
        assertThat(option(experiment).path("interval_low").isNull()).isTrue();

        unchecked.path("rulings").forEach(ruling -> label(experiment, ruling, isStormy(ruling), "ada"));

        JsonNode checked = proposition(experiment);
        assertThat(checked.path("checked").asBoolean()).as(checked.toString()).isTrue();
        assertThat(checked.path("sensitivity").path("n").asInt()).isEqualTo(10);
        assertThat(checked.path("shares").get(0).path("corrected").asDouble()).isEqualTo(1);
        assertThat(option(experiment).path("verdict").asString()).isEqualTo("better");
        double low = option(experiment).path("interval_low").asDouble();
        assertThat(low).isBetween(20.0, 90.0);

        unchecked
                .path("rulings")
                .valueStream()
                .filter(JudgedWhatIfTest::isStormy)
                .limit(2)
                .forEach(ruling -> label(experiment, ruling, false, "ada"));

        assertThat(proposition(experiment).path("specificity").path("agreed").asInt())
                .isEqualTo(10);
        assertThat(proposition(experiment).path("specificity").path("n").asInt())
                .isEqualTo(12);
        assertThat(option(experiment).path("interval_low").asDouble())
                .as("the judge is known to err, so less is known")
                .isNotEqualTo(low);
    }

    @Test
    void the_judge_is_judged_and_reads_what_all_runs_have_in_common() {
        String experiment = ask(3);
        JsonNode judged = proposition(experiment);

        assertThat(judged.path("judged_again")).isEqualTo(judged.path("judged_negated"));
        assertThat(judged.path("judged_again").path("n").asInt()).isEqualTo(1);
        assertThat(judged.path("judged_negated").path("agreed").asInt()).isEqualTo(1);
        assertThat(judged.path("judge_in_cast").asBoolean())
                .as("one script speaks and judges")
                .isTrue();
        assertThat(judged.path("rulings")).hasSize(8);
        JsonNode ruling = judged.path("rulings")
                .valueStream()
                .filter(one -> isStormy(one) && one.path("asked").asString().equals("first"))
                .findFirst()
                .orElseThrow();
        assertThat(ruling.path("evidence").get(0).path("quote").asString()).contains(STORM);
        assertThat(ruling.path("scripted").asBoolean()).isTrue();
        assertThat(prompts(experiment))
                .hasSize(8)
                .allSatisfy(
                        prompt -> assertThat(prompt).contains("Shall we raise").doesNotContain(OPTION, experiment));
        assertThat(caller.page("/experiments/" + experiment + "/data.csv").lines())
                .filteredOn(line -> line.contains("proposition:" + STORM))
                .hasSize(6)
                .anyMatch(line -> line.startsWith(OPTION) && line.contains(STORM + ",1,"))
                .anyMatch(line -> line.startsWith("no change") && line.contains(STORM + ",0,"));
        assertThat(caller.page("/experiments/" + experiment + "/brief?format=md"))
                .contains(
                        "## Judged by a model",
                        "“" + STORM + "” holds in " + OPTION + " 3 of 3, no change 0 of 3 judged runs")
                .contains("Judge unchecked: nobody has labelled a run");
    }

    @Test
    void a_label_is_kept_once_and_changed_by_whoever_gave_it() {
        String experiment = ask(1);
        JsonNode ruling = proposition(experiment).path("rulings").get(0);

        label(experiment, ruling, true, "ada");
        label(experiment, ruling, true, "ada");
        label(experiment, ruling, false, "ada");
        label(experiment, ruling, true, "ben");

        JsonNode labels = caller.get("/experiments/" + experiment + "/labels")
                .expect(200)
                .body()
                .path("labels");
        assertThat(labels.valueStream().map(label -> label.path("holds").asBoolean()))
                .containsExactly(false, true);
        assertThat(proposition(experiment).path("disputed").asInt()).isEqualTo(1);
        assertThat(proposition(experiment).path("labelled").asInt()).isZero();
    }

    @Test
    void a_label_names_one_run_that_has_ended_and_a_proposition_there_is() {
        String experiment = ask(1);

        refused(experiment, Map.of("holds", true), "body.session_id");
        refused(experiment, Map.of("holds", true, "position", 7), "body.position");
        refused(experiment, Map.of("holds", true, "session_id", UUID.randomUUID()), "body.session_id");
        refused(experiment, Map.of("holds", true, "position", 0, "proposition", "It rains"), "body.proposition");
    }

    @Test
    void a_judge_is_reckoned_with_beforehand_and_deleted_with_its_experiment() {
        String trunk = played();
        Map<String, Object> judged = request(trunk, 10);
        Map<String, Object> plain = new HashMap<>(judged);
        plain.remove("outcome");
        assertThat(requests(judged) - requests(plain))
                .as("20 runs, two of them again and two the other way round")
                .isEqualTo(24);

        String experiment =
                caller.post("/simulate/what-if", request(trunk, 1)).expect(200).text("id");
        label(experiment, proposition(experiment).path("rulings").get(0), true, "ada");
        caller.delete("/simulate/" + trunk).expect(204);
        assertThat(jdbc.sql("select count(*) from rulings join experiments on id = experiment where id = :id")
                        .param("id", UUID.fromString(experiment))
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select (select count(*) from rulings where experiment = :id)"
                                + " + (select count(*) from labels where experiment = :id)")
                        .param("id", UUID.fromString(experiment))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void of_a_cancelled_what_if_the_whole_blocks_are_judged() {
        String experiment = caller.post(
                        "/simulate/what-if", request(played(), 50), headers -> headers.set("Prefer", "respond-async"))
                .expect(202)
                .text("id");
        String where = "/experiments/" + experiment;
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        caller.get(where).body().path("progress").path("ended").asInt() >= 4);

        caller.post(where + "/cancel").expect(200);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> caller.get(where).text("state").equals("cancelled"));
        int whole =
                caller.get(where).body().path("progress").path("whole_blocks").asInt();
        JsonNode judged = proposition(experiment);
        assertThat(whole).isBetween(1, 49);
        assertThat(judged.path("shares").get(0).path("n").asInt()).isEqualTo(whole);
        assertThat(judged.path("shares").get(0).path("holds").asInt()).isEqualTo(whole);
        assertThat(judged.path("shares").get(1).path("n").asInt()).isEqualTo(whole);
        assertThat(judged.path("rulings").valueStream())
                .filteredOn(ruling -> ruling.path("asked").asString().equals("first"))
                .hasSize(2 * whole);
        assertThat(judged.path("told").asString()).doesNotContain("Without a ruling");
        assertThat(caller.get(where)
                        .body()
                        .path("result")
                        .path("recommendation")
                        .asString())
                .startsWith("Cancelled after %d whole block".formatted(whole));
    }

    private void refused(String experiment, Map<String, Object> label, String field) {
        assertThat(caller.post("/experiments/" + experiment + "/labels", label)
                        .expect(422)
                        .body()
                        .path("details")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo(field);
    }

    private void label(String experiment, JsonNode ruling, boolean holds, String who) {
        Map<String, Object> label =
                Map.of("session_id", ruling.path("session_id").asString(), "holds", holds, "labeller", who);
        caller.post("/experiments/" + experiment + "/labels", label).expect(200);
    }

    private static boolean isStormy(JsonNode ruling) {
        return ruling.path("option").asString("").equals(OPTION);
    }

    private String ask(int repeats) {
        return caller.post("/simulate/what-if", request(played(), repeats))
                .expect(200)
                .text("id");
    }

    private static Map<String, Object> request(String trunk, int repeats) {
        Map<String, Object> storm =
                Map.of("type", "event", "target", "snowstorm", "change", Map.of("description", STORM, "on_turn", 2));
        return Map.of(
                "session_id",
                trunk,
                "options",
                List.of(Map.of("name", OPTION, "modifications", List.of(storm))),
                "repeats",
                repeats,
                "num_turns_to_simulate",
                1,
                "outcome",
                Map.of("primary", Map.of("proposition", STORM), "matters", 5));
    }

    private String played() {
        String trunk = caller.post(
                        "/simulate/start",
                        Map.of(
                                "scenario",
                                "Shall we raise our prices by 20 %?",
                                "config",
                                Map.of("max_turns", 5, "agents", List.of("ceo", "sales"), "seed", 7)))
                .expect(201)
                .text("session_id");
        caller.next(trunk).expect(200);
        return trunk;
    }

    private JsonNode proposition(String experiment) {
        return caller.get("/experiments/" + experiment)
                .expect(200)
                .body()
                .path("propositions")
                .get(0);
    }

    private JsonNode option(String experiment) {
        return caller.get("/experiments/" + experiment)
                .expect(200)
                .body()
                .path("result")
                .path("options")
                .get(0);
    }

    private int requests(Map<String, Object> whatIf) {
        return caller.post("/simulate/estimate", Map.of("what_if", whatIf))
                .expect(200)
                .body()
                .path("requests")
                .path("low")
                .asInt();
    }

    private List<String> prompts(String experiment) {
        return jdbc.sql("""
                        select a.request from attempts a join experiment_runs r on r.branch = a.simulation
                        where r.experiment = :id and a.phase = 'judge'""")
                .param("id", UUID.fromString(experiment))
                .query(String.class)
                .list();
    }
}
