package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.synthforce.crash.Rows.Key;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** kill -9 of the product while, on a real server, a run is judged, one brief is written and another one is checked. */
@ExtendWith(OutputOnFailure.class)
class RulingsAndBriefsIT {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String STORM = "A snowstorm closes every warehouse";

    /** Two runs, one of them again and the other one the other way round. */
    private static final int QUESTIONS = 4;

    private static final int HELD = 3;

    private Stage stage;
    private Product product;
    private Rows rows;

    @BeforeEach
    void start(@TempDir Path directory) {
        assumeTrue(TemporalServer.cli().isPresent(), TemporalServer.MISSING);
        stage = Stage.withEverythingOutside(directory);
        product = stage.start();
        rows = stage.rows();
    }

    @AfterEach
    void end() {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void whatTheyAskedIsRecordedOnceAndOnlyWhatWasInFlightIsAskedAgain() {
        var trunk = trunk();
        var told = whatIf(trunk);
        until(() -> isDone(told));
        stage.model().hold("entailment", 1);
        write(told);
        until(() -> stage.model().waiting("entailment") == 1 && recorded(trunk, "baseline") == 1);
        stage.model().hold("brief", 1);
        write(told);
        stage.model().hold("ruling", HELD);
        var judged = whatIf(trunk);
        until(() -> stage.model().waiting("brief") == 1
                && stage.model().waiting("ruling") == HELD
                && judgedIn(judged) == QUESTIONS - HELD);

        var books = new Books(rows, stage.model());
        var branches = branches(judged);
        product.kill();
        var trunkAtKill = books.page(trunk);
        var branchesAtKill = branches.stream().collect(Collectors.toMap(branch -> branch, books::page));
        stage.model().release();
        product = stage.start();

        until(() -> isDone(judged) && rows.count("briefs where state = 'done'") == 2);
        assertThat(shown(judged).path("propositions").get(0).path("rulings").valueStream())
                .hasSize(QUESTIONS)
                .allSatisfy(
                        ruling -> assertThat(ruling.path("holds").asString("")).isNotEmpty());
        books.balanceAfterKill(trunk, trunkAtKill);
        branchesAtKill.forEach(books::balanceAfterKill);
        assertThat(books.sent(trunk))
                .containsAllEntriesOf(Map.of(
                        key("brief", 1), 1L,
                        key("entailment", 1), 2L,
                        key("baseline", 1), 1L,
                        key("brief", 2), 2L,
                        key("entailment", 2), 1L,
                        key("baseline", 11), 1L));
        assertThat(rows.count("attempts where state = 'unknown'"))
                .as("what was in flight")
                .isEqualTo(HELD + 2L);
        assertThat(rows.count("attempts"))
                .as("all that was booked")
                .isEqualTo(stage.model().journal().size());
    }

    private static Key key(String phase, int round) {
        return new Key(1, "coordinator", phase, round);
    }

    private UUID trunk() {
        var begun = product.api().send("POST", "/simulate/start", """
                {"scenario": "Shall we raise our prices by 20 %?",
                 "config": {"max_turns": 5, "agents": ["ceo", "sales"], "seed": 7}}""");
        assertThat(begun.status()).as(begun.raw().body()).isEqualTo(201);
        var trunk = UUID.fromString(begun.body().path("session_id").asString());
        assertThat(product.api().next(trunk, "first").join().turn()).isEqualTo(1);
        return trunk;
    }

    private UUID whatIf(UUID trunk) {
        var answer = product.api().begin("/simulate/what-if", """
                {"session_id": "%s", "repeats": 1, "num_turns_to_simulate": 1,
                 "options": [{"name": "Northern winter", "modifications": [
                   {"type": "event", "target": "snowstorm", "change": {"description": "%2$s", "on_turn": 2}}]}],
                 "outcome": {"primary": {"proposition": "%2$s"}}}""".formatted(trunk, STORM));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(202);
        return UUID.fromString(answer.body().path("id").asString());
    }

    private void write(UUID experiment) {
        var answer =
                product.api().begin("/experiments/%s/brief".formatted(experiment), "{\"baseline\": {\"repeats\": 1}}");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(202);
    }

    private List<UUID> branches(UUID experiment) {
        return shown(experiment)
                .path("runs")
                .valueStream()
                .map(run -> UUID.fromString(run.path("session_id").asString()))
                .toList();
    }

    private boolean isDone(UUID experiment) {
        return shown(experiment).path("state").asString().equals("done");
    }

    private JsonNode shown(UUID experiment) {
        return product.api().get("/experiments/" + experiment).join().body();
    }

    private long recorded(UUID simulation, String phase) {
        return rows.count("calls where simulation = ? and phase = ?", simulation, phase);
    }

    private long judgedIn(UUID experiment) {
        return rows.count("rulings where experiment = ?", experiment);
    }

    private static void until(Callable<Boolean> there) {
        await().pollInterval(Duration.ofMillis(50)).atMost(SOON).until(there);
    }
}
