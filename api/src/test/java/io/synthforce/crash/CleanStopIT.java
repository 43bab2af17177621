package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.synthforce.crash.Rows.Attempt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM in the middle of a turn: everything ends in order, and the next start goes on. */
@ExtendWith(OutputOnFailure.class)
class CleanStopIT {

    private static final Duration STOPPED = Duration.ofSeconds(45);

    @TempDir
    Path directory;

    @AutoClose
    Stage stage;

    @Test
    void aStopWithTemporalInTheProcessLosesNothingAndLeavesNoProcess() {
        stopAndGoOn(Stage.withEverythingEmbedded(directory), List.of("redis-server"));
    }

    @Test
    void aStopWithARealTemporalServerLosesNothingAndLeavesNoProcess() {
        assumeTrue(TemporalServer.cli().isPresent(), TemporalServer.MISSING);
        stopAndGoOn(Stage.withEmbeddedTemporalServer(directory), List.of("start-dev"));
    }

    private void stopAndGoOn(Stage with, List<String> alsoRunning) {
        stage = with;
        var product = stage.start();
        var rows = stage.rows();
        var books = new Books(rows, stage.model());
        var simulation = product.api().start(5);
        assertThat(product.api().next(simulation, "first").join().turn()).isEqualTo(1);
        var asking = new Asking(simulation, 2, "second");
        stage.model().latency(Duration.ofSeconds(2), Duration.ZERO);
        var interrupted = asking.send(product.api());
        product.program()
                .awaitUntil(
                        "asked for positions",
                        Duration.ofSeconds(10),
                        () -> stage.model().waiting("position") == Place.SEATS);
        assertThat(alsoRunning)
                .allSatisfy(part ->
                        assertThat(stage.leftovers().named(part).isAlive()).isTrue());

        product.program().terminate(STOPPED);
        assertThat(interrupted.join().status()).as("told to repeat").isEqualTo(503);
        assertThat(stage.leftovers().commandLines()).as("processes left").isEmpty();

        stage.model().latency(Duration.ofMillis(100), Duration.ZERO);
        var next = stage.start();
        var answer = asking.send(next.api()).join();
        assertThat(answer.turn()).as(answer.raw().body()).isEqualTo(2);
        assertThat(next.api().next(simulation, "third").join().turn()).isEqualTo(3);
        new Story(rows, simulation).isWholeUpTo(3);
        books.balance(simulation);
        assertThat(books.sent(simulation).values()).as("requests per call").containsOnly(1L);
        assertThat(rows.attempts(simulation)).extracting(Attempt::state).containsOnly("recorded");
    }
}
