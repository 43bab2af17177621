package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.synthforce.crash.Api.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the product stands on goes away for a few seconds in the middle of a turn and comes back. */
@ExtendWith(OutputOnFailure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartsAwayIT {

    private static final Duration AWAY = Duration.ofSeconds(4);
    private static final Duration BACK = Duration.ofSeconds(60);

    @AutoClose
    Stage stage;

    Api api;
    Rows rows;

    @BeforeAll
    void start(@TempDir Path directory) {
        assumeTrue(TemporalServer.cli().isPresent(), TemporalServer.MISSING);
        stage = Stage.withEverythingOutside(directory);
        api = stage.start().api();
        rows = stage.rows();
    }

    @Test
    void aPostgresThatHangsInTheMiddleOfATurn() {
        survives(() -> {
            stage.postgres().freeze();
            stage.model().release();
            pass(AWAY);
            stage.postgres().thaw();
        });
    }

    @Test
    void aPostgresThatIsKilledInTheMiddleOfATurnAndComesBack() {
        survives(() -> {
            stage.postgres().kill();
            stage.model().release();
            pass(AWAY);
            stage.postgres().restart();
        });
    }

    @Test
    void aRedisThatIsKilledInTheMiddleOfATurnAndComesBackAfterTheNext() {
        survives(() -> stage.redis().kill());
        stage.redis().restart();
        survives(() -> {});
    }

    @Test
    void aTemporalServerThatIsKilledInTheMiddleOfATurnAndComesBack() {
        survives(() -> {
            stage.temporal().kill();
            stage.model().release();
            pass(AWAY);
            stage.temporal().restart();
        });
    }

    @Test
    void aTemporalServerThatIsReplacedByAnEmptyOne() {
        survives(() -> stage.temporal().replace());
    }

    @Test
    void aTemporalServerThatCannotBeReachedForAWhile() {
        survives(() -> {
            stage.wire().cut();
            stage.model().release();
            pass(AWAY);
            stage.mend();
        });
    }

    /** Positions are half recorded when it happens; the turn and the one after it are played all the same. */
    private void survives(Runnable outage) {
        var simulation = api.start(5);
        assertThat(api.next(simulation, "first").join().turn()).isEqualTo(1);
        var asking = new Asking(simulation, 2, "second");
        CompletableFuture<Answer> answer;
        try (var trap = new Trap(stage, rows, api)) {
            answer = Place.POSITIONS_HALF_RECORDED.reach(trap, asking);
            outage.run();
        }
        await("the end of the turn").atMost(BACK).ignoreExceptions().until(() -> asking.isClosed(rows));
        assertThat(answer.join().status()).as(answer.join().raw().body()).isIn(200, 503);
        assertThat(asking.send(api).join().turn()).isEqualTo(2);
        assertThat(api.next(simulation, "third").join().turn()).isEqualTo(3);
        new Story(rows, simulation).isWholeUpTo(3);
        new Books(rows, stage.model()).balance(simulation);
    }

    private static void pass(Duration time) {
        await().pollDelay(time).until(() -> true);
    }
}
