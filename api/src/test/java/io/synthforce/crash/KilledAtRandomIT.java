package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 again and again, wherever it hits: also in the middle of a recovery. */
@ExtendWith(OutputOnFailure.class)
class KilledAtRandomIT {

    private static final int SIMULATIONS = 6;
    private static final int TURNS = 4;
    private static final int KILLS = 12;

    @TempDir
    Path directory;

    @AutoClose
    Stage stage;

    @Test
    @Tag("full")
    void onARealTemporalServer() {
        assumeTrue(TemporalServer.cli().isPresent(), TemporalServer.MISSING);
        killAtRandom(Stage.withEverythingOutside(directory), new Random(11));
    }

    @Test
    @Tag("full")
    void withEverythingInTheProcess() {
        killAtRandom(Stage.withEverythingEmbedded(directory), new Random(12));
    }

    private void killAtRandom(Stage with, Random random) {
        stage = with;
        var product = stage.start();
        var api = product.api();
        var simulations =
                IntStream.range(0, SIMULATIONS).mapToObj(_ -> api.start(TURNS)).toList();
        stage.model().latency(Duration.ofMillis(500), Duration.ofSeconds(1));
        askForAll(api, simulations);
        for (var kill = 0; kill < KILLS; kill++) {
            pass(Duration.ofMillis(200 + random.nextInt(6_000)));
            product.kill();
            product = stage.launch();
            if (random.nextInt(4) > 0) {
                product.awaitReady();
            }
        }
        product.awaitReady();
        var last = product.api();
        askForAll(last, simulations);
        var rows = stage.rows();
        await().atMost(Duration.ofMinutes(2)).until(() -> rows.count("requests where state in ('open', 'taken')") == 0);
        assertThat(simulations).allSatisfy(simulation -> isAsIfNothingHadHappened(stage, last, simulation));
    }

    private static void askForAll(Api api, List<UUID> simulations) {
        simulations.forEach(
                simulation -> IntStream.rangeClosed(1, TURNS).forEach(turn -> api.next(simulation, "key " + turn)));
    }

    private static void isAsIfNothingHadHappened(Stage stage, Api api, UUID simulation) {
        var rows = stage.rows();
        assertThat(IntStream.rangeClosed(1, TURNS)
                        .mapToObj(turn ->
                                api.next(simulation, "key " + turn).join().status()))
                .containsOnly(200);
        new Story(rows, simulation).isWholeUpTo(TURNS);
        var books = new Books(rows, stage.model());
        books.balance(simulation);
        assertThat(books.sent(simulation).values()).as("requests per call").allMatch(times -> times <= 1 + KILLS);
    }

    private static void pass(Duration time) {
        await().pollDelay(time).until(() -> true);
    }
}
