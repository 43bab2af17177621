package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.synthforce.crash.Rows.Attempt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two workers and a web side of their own: one worker sleeps for so long that the other takes over, then wakes up. */
@ExtendWith(OutputOnFailure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FencedWorkerIT {

    /** Heartbeat timeout and ten seconds. */
    private static final Duration TAKEN_OVER = Duration.ofSeconds(25);

    /** A worker that sleeps still holds polls open, so the server may hand it a call again, for another heartbeat timeout. */
    private static final Duration TAKEN_OVER_FROM_A_SLEEPER = Duration.ofSeconds(90);

    @AutoClose
    Stage stage;

    Product web;
    Product sleeper;
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
    void startTheWorkerThatWillSleep() {
        sleeper = stage.startWorker();
    }

    @AfterEach
    void killWorkers() {
        stage.model().release();
        stage.killAllBut(web);
    }

    @Test
    void aWorkerThatSleepsThroughItsHeartbeatsFindsItsCallsAnsweredByAnother() {
        var simulation = web.api().start(5);
        assertThat(web.api().next(simulation, "first").join().turn()).isEqualTo(1);
        var asking = new Asking(simulation, 2, "second");
        CompletableFuture<Api.Answer> answer;
        try (var trap = new Trap(stage, rows, web.api())) {
            answer = Place.POSITIONS_HALF_RECORDED.reach(trap, asking);
            sleeper.program().freeze();
            stage.startWorker();
            await().atMost(TAKEN_OVER_FROM_A_SLEEPER).until(() -> stage.model().waiting("position") == 6);
        }
        assertThat(answer.join().turn()).isEqualTo(2);

        sleeper.program().thaw();
        await().until(() -> closed(simulation));
        assertThat(rows.attempts(simulation))
                .filteredOn(attempt -> attempt.key().turn() == 2)
                .extracting(Attempt::state)
                .isSubsetOf("recorded", "lost", "broken");
        assertThat(books.sent(simulation).values()).as("requests per call").allMatch(times -> times <= 2);
        standsAndGoesOn(simulation);
    }

    @Test
    void aWorkerThatFallsAsleepInsideTheProjectionHoldsNobodyUp() {
        var simulation = web.api().start(5);
        assertThat(web.api().next(simulation, "first").join().turn()).isEqualTo(1);
        var asking = new Asking(simulation, 2, "second");
        CompletableFuture<Api.Answer> answer;
        try (var trap = new Trap(stage, rows, web.api())) {
            answer = Place.INSIDE_THE_PROJECTION.reach(trap, asking);
            sleeper.program().freeze();
            stage.startWorker();
        }
        assertThat(answer).succeedsWithin(TAKEN_OVER_FROM_A_SLEEPER);
        assertThat(answer.join().turn()).isEqualTo(2);

        sleeper.program().thaw();
        standsAndGoesOn(simulation);
    }

    @Test
    void aKilledWorkersCallsAreTakenOverByAnother() {
        var simulation = web.api().start(5);
        assertThat(web.api().next(simulation, "first").join().turn()).isEqualTo(1);
        var asking = new Asking(simulation, 2, "second");
        CompletableFuture<Api.Answer> answer;
        long killedAt;
        try (var trap = new Trap(stage, rows, web.api())) {
            answer = Place.POSITIONS_HALF_RECORDED.reach(trap, asking);
            stage.startWorker();
            sleeper.kill();
            killedAt = System.nanoTime();
        }
        assertThat(answer).succeedsWithin(TAKEN_OVER);
        System.out.printf(
                "A killed worker's turn was complete after %d ms%n", (System.nanoTime() - killedAt) / 1_000_000);
        assertThat(answer.join().turn()).isEqualTo(2);
        assertThat(rows.attempts(simulation)).extracting(Attempt::state).isSubsetOf("recorded", "unknown");
        standsAndGoesOn(simulation);
    }

    private boolean closed(UUID simulation) {
        return rows.attempts(simulation).stream()
                .noneMatch(attempt ->
                        attempt.state().equals("open") || attempt.state().equals("unknown"));
    }

    private void standsAndGoesOn(UUID simulation) {
        var third = web.api().next(simulation, "third").join();
        assertThat(third.turn()).as(third.raw().body()).isEqualTo(3);
        new Story(rows, simulation).isWholeUpTo(3);
        books.balance(simulation);
    }
}
