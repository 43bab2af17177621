package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A web side without workers: it says so in time, and what it stored is played when a worker comes. */
@ExtendWith(OutputOnFailure.class)
class NoWorkerIT {

    @TempDir
    Path directory;

    @AutoClose
    Stage stage;

    @BeforeEach
    void start() {
        assumeTrue(TemporalServer.cli().isPresent(), TemporalServer.MISSING);
        stage = Stage.withEverythingOutside(directory);
    }

    @Test
    void withoutAWorkerTheCallerIsToldToRepeatAndTheTurnIsPlayedWhenOneComes() {
        var api = stage.start("SYNTHFORCE_ROLES=api").api();
        var simulation = api.start(3);
        var asking = new Asking(simulation, 1, "first");
        var sentAt = System.nanoTime();
        var refused = asking.send(api).join();
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(503);
        assertThat(Duration.ofNanos(System.nanoTime() - sentAt)).isLessThan(Duration.ofSeconds(20));
        assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
        assertThat(refused.header("Idempotency-Key")).isEqualTo("first");

        stage.startWorker();
        var rows = stage.rows();
        await().atMost(Duration.ofSeconds(20)).until(() -> asking.isClosed(rows));
        assertThat(asking.send(api).join().turn()).isEqualTo(1);
        new Story(rows, simulation).isWholeUpTo(1);
        new Books(rows, stage.model()).balance(simulation);
    }
}
