package io.synthforce.api.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.api.Caller;
import io.synthforce.api.Caller.Answer;
import io.synthforce.api.WholeProgram;
import io.synthforce.store.brief.CaseFiles;
import io.synthforce.store.brief.NewBrief;
import io.synthforce.store.brief.WrittenBrief;
import io.synthforce.store.brief.WrittenBriefs;
import io.synthforce.store.brief.WrittenBriefs.Submitted;
import io.synthforce.workflows.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The script for a model cites, among other things, a source there is none of, and says what its source does not say. */
@WholeProgram
class ProseTest {

    @Autowired
    private Caller caller;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CaseFiles files;

    @Autowired
    private WrittenBriefs briefs;

    @Test
    void what_cites_nothing_real_or_is_not_in_its_source_is_left_out_and_the_rate_is_printed() {
        String experiment = experiment(played());
        assertThat(brief(experiment).path("prose").path("state").asString()).isEqualTo("none");

        JsonNode written = write(experiment, Map.of(), "one").expect(200).body();

        JsonNode prose = written.path("prose");
        assertThat(prose.path("state").asString()).isEqualTo("ready");
        assertThat(prose.path("notice").asString()).isEqualTo("SCRIPTED: no model was asked");
        assertThat(prose.path("dropped").valueStream().map(JsonNode::toString))
                .containsExactlyInAnyOrder(
                        "{\"reason\":\"unknown_source\",\"sentences\":1}",
                        "{\"reason\":\"not_entailed\",\"sentences\":1}");
        int kept = prose.path("kept").asInt();
        assertThat(prose.path("written").asInt()).isEqualTo(kept + 2);
        assertThat(prose.path("told").asString()).isEqualTo("%d of %d sentences kept".formatted(kept, kept + 2));
        List<String> sources = written.path("sources").findValuesAsString("id");
        assertThat(prose.path("sections").findValues("sentences"))
                .isNotEmpty()
                .allSatisfy(sentences -> assertThat(sentences.valueStream())
                        .allSatisfy(sentence -> assertThat(
                                        sentence.path("sources").valueStream().map(JsonNode::asString))
                                .isNotEmpty()
                                .allMatch(sources::contains)));
        assertThat(brief(experiment)).isEqualTo(written);
        assertThat(caller.page("/experiments/" + experiment + "/brief?format=md"))
                .contains("## In words", prose.path("told").asString() + "; left out: ", "\\[D1\\]")
                .doesNotContain("Everybody will be better off");
    }

    @Test
    void the_same_question_is_put_to_the_model_directly_beside_it() {
        String experiment = experiment(played());

        JsonNode baseline = write(experiment, Map.of("baseline", Map.of("repeats", 4)), "one")
                .expect(200)
                .body()
                .path("baseline");

        JsonNode option = baseline.path("options").path(0);
        assertThat(baseline.path("n").asInt()).isEqualTo(4);
        assertThat(option.path("more").asInt()
                        + option.path("less").asInt()
                        + option.path("same").asInt())
                .isEqualTo(4);
        assertThat(option.path("told").asString())
                .contains("asked directly, n = 4", "the runs give no verdict to agree with");
        assertThat(baseline.path("recommended").asString()).startsWith("Recommended: ");
        assertThat(prompt(experiment, "baseline"))
                .contains("We consider raising our prices", "A grant", "Cash (k$)")
                .doesNotContain("Sources to cite");
    }

    @Test
    void it_is_paid_by_the_simulation_and_once_under_its_key() {
        String simulation = played();
        String experiment = experiment(simulation);
        int before = requests(simulation);

        JsonNode first = write(experiment, Map.of(), "one").expect(200).body();
        JsonNode second = write(experiment, Map.of(), "one").expect(200).body();

        assertThat(second).isEqualTo(first);
        assertThat(requests(simulation))
                .as("written, checked, and asked directly three times")
                .isEqualTo(before + 5);
        write(experiment, Map.of("baseline", Map.of("repeats", 1)), "one").expect(409);
        write(experiment, Map.of("baseline", Map.of("repeats", 1)), "two").expect(200);
        assertThat(requests(simulation)).isEqualTo(before + 8);
    }

    @Test
    void only_what_is_not_recorded_is_asked_after_a_restart() {
        String simulation = played();
        String experiment = experiment(simulation);
        JsonNode first = write(experiment, Map.of(), "one").expect(200).body();
        int before = requests(simulation);
        jdbc.sql("delete from calls where simulation = :id and phase = 'entailment'")
                .param("id", UUID.fromString(simulation))
                .update();
        jdbc.sql("update briefs set state = 'open', prose = null, baseline = null where experiment = :id")
                .param("id", UUID.fromString(experiment))
                .update();
        assertThat(brief(experiment).path("prose").path("state").asString()).isEqualTo("in_progress");

        JsonNode again = write(experiment, Map.of(), "one").expect(200).body();

        assertThat(again.path("prose").path("sections"))
                .isEqualTo(first.path("prose").path("sections"));
        assertThat(again.path("baseline")).isEqualTo(first.path("baseline"));
        assertThat(requests(simulation)).isEqualTo(before + 1);
    }

    @Test
    void a_brief_that_was_stored_and_never_begun_is_written_once() {
        String experiment = experiment(played());
        var file = files.find(UUID.fromString(experiment)).orElseThrow();
        NewBrief asked = new NewBrief(
                file.experiment().id(),
                file.experiment().simulation(),
                file.experiment().plan().baseTurn(),
                "Shall we?",
                file.sources(),
                1,
                1,
                100);
        UUID id = ((Submitted.Stored) briefs.submit(asked, "lost", "hash"))
                .brief()
                .id();
        jdbc.sql("update briefs set created_at = created_at - interval '1 minute' where id = :id")
                .param("id", id)
                .update();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> briefs.find(id).orElseThrow().state() == WrittenBrief.State.DONE);

        assertThat(brief(experiment).path("prose").path("state").asString()).isEqualTo("ready");
    }

    @Test
    void what_the_budget_does_not_cover_is_refused_at_once_and_names_it() {
        String simulation = played();
        String experiment = experiment(simulation);
        long spent = spent(simulation, Map.of("max_tokens", 100_000_000));
        spent(simulation, Map.of("max_tokens", spent + 10));

        Answer refused = write(experiment, Map.of(), "one").expect(409);

        assertThat(refused.text("error")).isEqualTo("budget_exhausted");
        assertThat(refused.text("detail"))
                .startsWith("The budget does not cover the brief: 10 of %d tokens are left".formatted(spent + 10))
                .contains("PUT /simulations/" + simulation + "/budget");
        assertThat(brief(experiment).path("prose").path("state").asString()).isEqualTo("none");
        spent(simulation, Map.of("max_tokens", 100_000_000));
        write(experiment, Map.of(), "one").expect(200);
    }

    @Test
    void who_prefers_not_to_wait_finds_it_where_the_brief_is() {
        String experiment = experiment(played());

        Answer begun = caller.post(
                        "/experiments/" + experiment + "/brief", Map.of(), headers -> headers.set("Prefer", "wait=0"))
                .expect(202);

        assertThat(begun.body().path("prose").path("state").asString()).isEqualTo("in_progress");
        assertThat(begun.headers().getFirst("Location")).isEqualTo("/experiments/" + experiment + "/brief");
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        brief(experiment).path("prose").path("state").asString().equals("ready"));
    }

    @Test
    void nothing_is_written_of_what_is_not_over() {
        String simulation = played();
        String running = caller.post(
                        "/simulate/what-if", whatIf(simulation, 20), headers -> headers.set("Prefer", "respond-async"))
                .expect(202)
                .text("id");

        assertThat(write(running, Map.of(), "one").expect(409).text("error")).isEqualTo("experiment_in_progress");

        caller.post("/experiments/" + running + "/cancel").expect(200);
        caller.post("/experiments/" + UUID.randomUUID() + "/brief", Map.of()).expect(404);
        caller.post("/experiments/" + running + "/brief", Map.of("baseline", Map.of("repeats", 11)))
                .expect(422);
    }

    private Answer write(String experiment, Map<String, Object> request, String key) {
        return caller.post("/experiments/" + experiment + "/brief", request, Caller.keyed(key));
    }

    private JsonNode brief(String experiment) {
        return caller.get("/experiments/" + experiment + "/brief").expect(200).body();
    }

    private int requests(String simulation) {
        return caller.get("/simulations/" + simulation + "/cost")
                .body()
                .path("total")
                .path("requests")
                .asInt();
    }

    /** What was spent when the budget was set. */
    private long spent(String simulation, Map<String, Object> budget) {
        return caller.send(HttpMethod.PUT, "/simulations/" + simulation + "/budget", Json.write(budget), headers -> {})
                .expect(200)
                .body()
                .path("spent")
                .path("tokens")
                .asLong();
    }

    private String prompt(String experiment, String phase) {
        return jdbc.sql("""
                select a.request from attempts a join experiments e on e.simulation = a.simulation
                where e.id = :id and a.phase = :phase limit 1""")
                .param("id", UUID.fromString(experiment))
                .param("phase", phase)
                .query(String.class)
                .single();
    }

    private String played() {
        String simulation = caller.start(5);
        caller.next(simulation).expect(200);
        return simulation;
    }

    private String experiment(String simulation) {
        return caller.post("/simulate/what-if", whatIf(simulation, 2))
                .expect(200)
                .text("id");
    }

    private static Map<String, Object> whatIf(String simulation, int repeats) {
        Map<String, Object> grant = Map.of("type", "indicator", "target", "cash", "change", Map.of("by", 5000));
        return Map.of(
                "session_id",
                simulation,
                "options",
                List.of(Map.of("name", "A grant", "modifications", List.of(grant))),
                "repeats",
                repeats,
                "num_turns_to_simulate",
                1);
    }
}
