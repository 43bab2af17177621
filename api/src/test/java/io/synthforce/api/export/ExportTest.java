package io.synthforce.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.api.Caller;
import io.synthforce.api.Caller.Answer;
import io.synthforce.api.WholeProgram;
import io.synthforce.store.journal.Journal;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.SimulationStarted;
import io.synthforce.workflows.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

@WholeProgram
class ExportTest {

    @Autowired
    private Caller caller;

    private String simulation;

    @BeforeEach
    void play() {
        simulation = caller.start(3);
        caller.next(simulation).expect(200);
        caller.next(simulation).expect(200);
    }

    @Test
    void json_holds_every_turn_as_it_was_answered() {
        Answer export = caller.get(path("json")).expect(200);

        assertThat(export.headers().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("attachment; filename=\"simulation-%s.json\"".formatted(simulation));
        JsonNode turns = export.body().path("turns");
        assertThat(turns).hasSize(2);
        for (int turn = 1; turn <= 2; turn++) {
            assertThat(turns.path(turn - 1).path("answer"))
                    .isEqualTo(caller.get("/simulations/%s/turns/%d".formatted(simulation, turn))
                            .body());
        }
        assertThat(export.body().path("memories").size())
                .isEqualTo(caller.get("/memory/" + simulation)
                        .body()
                        .path("total_memories")
                        .asInt());
    }

    @Test
    void the_hash_of_the_journal_can_be_taken_of_the_file_alone() {
        String branch = caller.post(
                        "/simulations/" + simulation + "/branches",
                        Map.of(
                                "base_turn",
                                1,
                                "changes",
                                List.of(Map.of("type", "indicator", "target", "cash", "change", Map.of("value", 300)))))
                .expect(201)
                .text("session_id");
        caller.next(branch).expect(200);
        String drawn = caller.post("/simulate/start", Map.of("scenario_id", "funding-crunch"))
                .expect(201)
                .text("session_id");

        for (String id : List.of(simulation, branch, drawn)) {
            Exported file = Json.read(caller.page("/simulations/" + id + "/export"), Exported.class);
            List<Entry> entries = new ArrayList<>(file.beginningJournal());
            file.turns().forEach(turn -> entries.addAll(turn.journal()));
            List<String> hashes =
                    entries.stream().map(entry -> Journal.hash(entry.event())).toList();

            assertThat(entries).extracting(Entry::hash).isEqualTo(hashes);
            assertThat(file.simulation().journalHash()).isEqualTo(Journal.hash(hashes));
            assertThat(entries.getFirst().event()).isInstanceOf(SimulationStarted.class);
        }
    }

    /** As far as the journal goes. */
    private record Exported(Simulation simulation, List<Entry> beginningJournal, List<Turn> turns) {}

    private record Simulation(String journalHash) {}

    private record Turn(List<Entry> journal) {}

    private record Entry(SimulationEvent event, String hash) {}

    @Test
    void what_agents_were_asked_beside_it_is_in_it() {
        caller.post("/simulations/" + simulation + "/ask", Map.of("agent", "ceo", "question", "What about Holt?"))
                .expect(200);
        JsonNode asked =
                caller.get("/simulations/" + simulation + "/interviews").body().path("interviews");

        assertThat(asked).hasSize(1);
        assertThat(caller.get(path("json")).body().path("interviews")).isEqualTo(asked);
        assertThat(caller.page(path("md")))
                .contains("## Asked beside the simulation", "What about Holt?")
                .contains(asked.at("/0/answer")
                        .asString()
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .substring(0, 20));
    }

    @Test
    void causes_sum_up_to_what_each_indicator_changed_by_also_over_a_fork() {
        Map<String, Object> change = Map.of("type", "indicator", "target", "cash", "change", Map.of("value", 300));
        String branch = caller.post(
                        "/simulations/" + simulation + "/branches", Map.of("base_turn", 1, "changes", List.of(change)))
                .expect(201)
                .text("session_id");
        caller.next(branch).expect(200);

        JsonNode turns = caller.get("/simulations/" + branch + "/export").body().path("turns");

        List<JsonNode> lines = new ArrayList<>();
        turns.forEach(turn -> turn.path("ledger").forEach(lines::add));
        assertThat(lines).hasSize(6).allSatisfy(line -> {
            BigDecimal caused = line.path("causes")
                    .valueStream()
                    .map(cause -> cause.path("by").decimalValue())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(line.path("before").decimalValue().add(caused))
                    .isEqualByComparingTo(line.path("after").decimalValue());
        });
        assertThat(turns.path(0).path("ledger").findValuesAsString("kind")).contains("change");
    }

    @Test
    void csv_has_a_line_for_every_turn_and_indicator() {
        String csv = caller.page(path("csv"));

        List<String> lines = List.of(csv.split("\r\n"));
        assertThat(lines.getFirst())
                .isEqualTo("session_id,turn,date,indicator,name,unit,before,after,change,causes,ruined");
        assertThat(lines).hasSize(1 + 3 * 3);
        assertThat(lines.get(1)).startsWith(simulation + ",0,").contains(",cash,");
        assertThat(lines.get(1).split(",")[2])
                .as("the opening has the date of the first turn, as in the ledger")
                .isEqualTo(lines.get(4).split(",")[2]);
    }

    @Test
    void markdown_tells_it_as_a_report_that_says_a_script_spoke() {
        String report = caller.page(path("md"));

        assertThat(report)
                .startsWith("# Simulation\n")
                .contains("**SCRIPTED: no model was asked.**")
                .contains("## How it stands after turn 2")
                .contains("## Turn 1 ·")
                .contains("## Turn 2 ·")
                .contains("### Who said what");
    }

    @Test
    void a_scenario_that_looks_like_markdown_stays_a_quote() {
        String id = caller.post(
                        "/simulate/start",
                        Map.of("scenario", "Shall we?\n# Not a heading\n<script>alert(1)</script> | a | b |"))
                .text("session_id");

        String report = caller.page("/simulations/" + id + "/export?format=md");

        assertThat(report).contains("> \\# Not a heading").doesNotContain("<script>");
    }

    private String path(String format) {
        return "/simulations/%s/export?format=%s".formatted(simulation, format);
    }
}
