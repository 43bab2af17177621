package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.synthforce.api.Follower;
import io.synthforce.crash.Books.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What-ifs on a real server, played by a worker that is killed in the middle, or cancelled half-way. */
@ExtendWith(OutputOnFailure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatIfIT {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final int WINDOW = 4;
    private static final int CAST = 7;

    @AutoClose
    Stage stage;

    Product web;
    Product worker;
    Rows rows;
    Books books;

    @BeforeAll
    void start(@TempDir Path directory) {
        assumeTrue(TemporalServer.cli().isPresent(), TemporalServer.MISSING);
        stage = Stage.withEverythingOutside(directory);
        web = stage.start("SYNTHFORCE_ROLES=api");
        rows = stage.rows();
        books = new Books(rows, stage.model());
    }

    @BeforeEach
    void startWorker() {
        worker = stage.startWorker();
    }

    @AfterEach
    void killWorkers() {
        stage.model().release();
        stage.killAllBut(web);
    }

    @Test
    void aWhatIfWhoseWorkerIsKilledInTheMiddleIsPlayedToItsEndAndNothingIsPaidTwice() {
        outlivesItsWorker(trunk(1), 2, 2, 1);
    }

    @Test
    @Tag("full")
    void fiveOptionsTenTimesEachForThreeTurnsOutliveTheirWorker() {
        outlivesItsWorker(trunk(4), 5, 10, 3);
    }

    @Test
    @Tag("full")
    void oneThatIsCancelledHalfWayComparesWholeBlocksAndSaysHowMany() {
        var experiment = begin(trunk(4), 5, 10, 3);
        await().atMost(LONG)
                .until(() -> shown(experiment).path("progress").path("ended").asInt() >= 40);

        assertThat(web.api()
                        .send("POST", "/experiments/%s/cancel".formatted(experiment), "")
                        .status())
                .isEqualTo(200);
        await().atMost(SOON)
                .until(() -> shown(experiment).path("state").asString().equals("cancelled"));

        var over = shown(experiment);
        var progress = over.path("progress");
        var whole = progress.path("whole_blocks").asInt();
        assertThat(progress.path("playing").asInt()).as("%s", progress).isZero();
        assertThat(whole).as("%s", progress).isBetween(4, 6);
        assertThat(over.path("result").path("options").valueStream()).hasSize(5).allSatisfy(option -> {
            assertThat(option.path("runs").asInt()).isEqualTo(whole);
            assertThat(option.path("controls").asInt()).isEqualTo(3 * whole);
            assertThat(option.path("failed").asInt()).isZero();
        });
        assertThat(over.path("result").path("recommendation").asString())
                .contains("Cancelled after %d whole blocks of 10".formatted(whole));
    }

    private void outlivesItsWorker(UUID trunk, int options, int repeats, int turns) {
        var before = fingerprint(trunk);
        var asked = stage.model().journal().size();
        var begun = System.nanoTime();
        var experiment = begin(trunk, options, repeats, turns);
        var branches = branches(experiment);
        Map<UUID, Page> atKill;
        try (var follower =
                new Follower(() -> web.api().address().resolve("/experiments/%s/events".formatted(experiment)))) {
            await().atMost(LONG)
                    .until(() ->
                            shown(experiment).path("progress").path("ended").asInt() >= branches.size() / 4);
            stage.model().hold("position");
            await().atMost(SOON).until(() -> stage.model().waiting() == WINDOW * CAST);
            atKill = branches.stream().collect(Collectors.toMap(branch -> branch, books::page));
            worker.kill();
            stage.model().release();
            worker = stage.startWorker();
            await().atMost(LONG).until(() -> !follower.named("end").isEmpty());

            var seconds = (System.nanoTime() - begun) / 1e9;
            System.out.printf(
                    "%d options, %d repeats: %d branches, %d turns in %.0f s with a kill, %.2f turns/s, %d requests, %d events%n",
                    options,
                    repeats,
                    branches.size(),
                    branches.size() * turns,
                    seconds,
                    branches.size() * turns / seconds,
                    stage.model().journal().size() - asked,
                    follower.named("state").size());
            assertThat(follower.named("state").stream()
                            .map(state ->
                                    state.data().path("progress").path("ended").asInt())
                            .distinct())
                    .as("progress as it was seen")
                    .isSorted()
                    .hasSizeGreaterThan(branches.size() / 4)
                    .endsWith(branches.size());
        }
        var over = shown(experiment);
        assertThat(over.path("state").asString()).isEqualTo("done");
        assertThat(over.path("progress").path("whole_blocks").asInt()).isEqualTo(repeats);
        assertThat(over.path("result").path("options").valueStream())
                .hasSize(options)
                .allSatisfy(option -> assertThat(option.path("runs").asInt()).isEqualTo(repeats));
        assertThat(fingerprint(trunk)).as("the trunk is as it was").isEqualTo(before);
        atKill.forEach((branch, page) -> books.balanceAfterKill(branch, page));
    }

    /** Played for so many turns. */
    private UUID trunk(int turns) {
        var trunk = web.api().start(8);
        IntStream.rangeClosed(1, turns)
                .forEach(turn -> assertThat(
                                web.api().next(trunk, "turn " + turn).join().turn())
                        .isEqualTo(turn));
        return trunk;
    }

    private UUID begin(UUID trunk, int options, int repeats, int turns) {
        var tried = IntStream.rangeClosed(1, options).mapToObj("""
                {"name": "option %1$d", "modifications": [
                  {"type": "context", "target": "market", "change": {"condition": "number %1$d"}}]}"""::formatted).collect(Collectors.joining(", "));
        var answer = web.api().begin("/simulate/what-if", """
                {"session_id": "%s", "options": [%s], "repeats": %d, "num_turns_to_simulate": %d}""".formatted(trunk, tried, repeats, turns));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(202);
        return UUID.fromString(answer.body().path("id").asString());
    }

    private List<UUID> branches(UUID experiment) {
        return shown(experiment)
                .path("runs")
                .valueStream()
                .map(run -> UUID.fromString(run.path("session_id").asString()))
                .toList();
    }

    private JsonNode shown(UUID experiment) {
        return web.api().get("/experiments/" + experiment).join().body();
    }

    /** Its journal, and what was ever sent to the model for it. */
    private Map<String, Object> fingerprint(UUID simulation) {
        var all = new HashMap<String, Object>();
        all.put(
                "journal",
                rows.jdbc()
                        .sql("select md5(string_agg(seq || hash, ',' order by seq)) from journal where simulation = ?")
                        .param(simulation)
                        .query(String.class)
                        .single());
        all.put("requests", books.sent(simulation));
        return all;
    }
}
