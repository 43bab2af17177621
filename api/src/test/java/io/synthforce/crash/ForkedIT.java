package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.synthforce.crash.Api.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Forks on a real Temporal server, of simulations whose runs continue as new again and again. */
@ExtendWith(OutputOnFailure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForkedIT {

    private static final int SEATS = Place.SEATS;

    @AutoClose
    Stage stage;

    Api api;
    Rows rows;

    @BeforeAll
    void start(@TempDir Path directory) {
        assumeTrue(TemporalServer.cli().isPresent(), TemporalServer.MISSING);
        stage = Stage.withEverythingOutside(directory, "limit.historyCount.suggestContinueAsNew=30");
        api = stage.start().api();
        rows = stage.rows();
    }

    @AfterEach
    void release() {
        if (stage != null) {
            stage.model().release();
        }
    }

    @Test
    void twentyForksOfEveryTurnOfARenewedRunArePlayedAndTheTrunkDoesNotNotice() {
        var trunk = played(3);
        assertThat(runsOf(trunk, 3)).as("runs of the trunk's workflow").isGreaterThan(1);
        var before = standing(trunk);

        var branches = IntStream.range(0, 20)
                .mapToObj(i -> fork(trunk, "{\"base_turn\": %d}".formatted(i % 4)))
                .toList();
        var answers = IntStream.range(0, 20)
                .mapToObj(i -> api.next(branches.get(i), "first"))
                .toList();

        for (var i = 0; i < 20; i++) {
            assertThat(answers.get(i).join().turn()).isEqualTo(i % 4 + 1);
        }
        assertThat(standing(trunk)).isEqualTo(before);
        assertThat(api.next(trunk, "on").join().turn()).isEqualTo(4);
        new Story(rows, trunk).isWholeUpTo(4);
        branches.forEach(branch -> new Books(rows, stage.model()).balance(branch));
    }

    @Test
    void aForkOfAForkOfAForkIsPlayedOnFromAllBeforeIt() {
        var trunk = played(1);
        var line = new ArrayList<>(List.of(trunk));
        for (var depth = 1; depth <= 3; depth++) {
            line.add(fork(line.getLast(), "{}"));
            assertThat(next(line.getLast()).turn()).isEqualTo(depth + 1);
        }

        var turns = api.get("/simulations/" + line.getLast() + "/turns").join().body();

        assertThat(turns.path("total").asInt()).isEqualTo(4);
        for (var turn = 1; turn <= 4; turn++) {
            assertThat(turns.path("turns").get(turn - 1))
                    .as("turn %d is its player's", turn)
                    .isEqualTo(api.turn(line.get(turn - 1), turn).body());
        }
    }

    @Test
    void whileTheBasePlaysWhatStandsOfItIsForked() {
        var trunk = played(1);
        stage.model().hold("position");
        var underWay = api.next(trunk, "under way");
        await().until(() ->
                rows.count("attempts where simulation = ? and turn = 2 and state = 'open'", trunk) == SEATS);

        var branch = fork(trunk, "{}");
        var ahead = branch(trunk, "{\"base_turn\": 2}", "ahead").join();
        stage.model().release();

        assertThat(ahead.status()).as("the turn under way cannot be forked").isEqualTo(422);
        assertThat(underWay.join().turn()).isEqualTo(2);
        assertThat(next(branch).turn()).isEqualTo(2);
        assertThat(next(branch).turn()).isEqualTo(3);
        new Books(rows, stage.model()).balance(trunk);
    }

    @Test
    void aPausedBaseIsForkedAndStaysPaused() {
        var trunk = played(1);
        assertThat(api.command(trunk, "pause").join().status()).isEqualTo(200);

        assertThat(next(fork(trunk, "{}")).turn()).isEqualTo(2);

        assertThat(api.next(trunk, "paused").join().status()).isEqualTo(409);
    }

    @Test
    void aCompletedBaseIsForkedToPlayLonger() {
        var trunk = api.start(1);
        assertThat(next(trunk).turn()).isEqualTo(1);

        assertThat(next(fork(trunk, "{\"max_turns\": 2}")).turn()).isEqualTo(2);
    }

    @Test
    void whatCanStillBeReadOfAFailedBaseIsForked() {
        var trunk = played(2);
        rows.jdbc()
                .sql("update snapshots set state = '[]' where simulation = ? and turn = 2")
                .param(trunk)
                .update();
        stage.temporal().terminate("simulation/" + trunk);
        assertThat(api.next(trunk, "unreadable").join().status()).isNotEqualTo(200);
        assertThat(api.get("/simulate/" + trunk).join().body().path("status").asString())
                .isEqualTo("failed");

        assertThat(next(fork(trunk, "{\"base_turn\": 1}")).turn()).isEqualTo(2);
    }

    @Test
    void oneKeyMakesOneBranchHoweverOftenItIsAsked() {
        var trunk = played(1);
        var asked =
                IntStream.range(0, 4).mapToObj(i -> branch(trunk, "{}", "one")).toList();

        assertThat(asked)
                .extracting(CompletableFuture::join)
                .extracting(answer -> answer.body().path("session_id").asString())
                .containsOnly(asked.getFirst().join().body().path("session_id").asString())
                .doesNotContain("");
        assertThat(branch(trunk, "{\"base_turn\": 0}", "one").join().status()).isEqualTo(409);
    }

    @Test
    void whatABranchChangesHoldsInItAlone() {
        var trunk = played(1);
        var rich = fork(trunk, """
                {"changes": [{"type": "indicator", "target": "cash", "change": {"value": 90000}}]}""");

        assertThat(next(rich).body().at("/world/ledger/0/before").asDouble()).isGreaterThan(80_000);
        assertThat(next(trunk).body().at("/world/ledger/0/before").asDouble()).isLessThan(80_000);
    }

    private UUID played(int turns) {
        var simulation = api.start(10);
        for (var turn = 1; turn <= turns; turn++) {
            assertThat(next(simulation).turn()).isEqualTo(turn);
        }
        return simulation;
    }

    private Answer next(UUID simulation) {
        var answer = api.next(simulation, UUID.randomUUID().toString()).join();
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer;
    }

    private UUID fork(UUID simulation, String body) {
        var answer = branch(simulation, body, UUID.randomUUID().toString()).join();
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return UUID.fromString(answer.body().path("session_id").asString());
    }

    private CompletableFuture<Answer> branch(UUID simulation, String body, String key) {
        return api.post("/simulations/" + simulation + "/branches", key, body);
    }

    /** Of the first turns, by the runs that took their requests. */
    private int runsOf(UUID simulation, int turns) {
        return new HashSet<>(rows.jdbc()
                        .sql("select run_id from requests where simulation = ? and turn <= ? and run_id is not null")
                        .params(simulation, turns)
                        .query(String.class)
                        .list())
                .size();
    }

    /** Everything a simulation's own story is made of. */
    private List<String> standing(UUID simulation) {
        return rows.jdbc().sql("""
                        select 'journal ' || seq || hash from journal where simulation = :id
                        union all select 'snapshot ' || turn || hash from snapshots where simulation = :id
                        union all select 'turn ' || turn || events_hash from turns where simulation = :id
                        union all select 'memory ' || key || content from memories where simulation = :id
                        union all select 'call ' || attempt || content_hash from calls where simulation = :id
                        order by 1""").param("id", simulation).query(String.class).list();
    }
}
