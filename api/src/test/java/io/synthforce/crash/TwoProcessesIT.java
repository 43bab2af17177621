package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.crash.Rows.Attempt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two whole processes on one PostgreSQL, each with a Temporal of its own: neither knows of the other's runs, so both
 * play what is to be played, and only compare-and-set keeps them apart.
 */
@ExtendWith(OutputOnFailure.class)
class TwoProcessesIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @AutoClose
    Stage stage;

    Rows rows;
    Books books;

    @BeforeEach
    void start() {
        stage = Stage.withTemporalInEachProcess(directory);
        rows = null;
    }

    @Test
    void aTurnThatTwoProcessesReviveAtOnceStandsOnce() {
        var first = stage.start(data(1));
        look();
        var simulation = first.api().start(5);
        assertThat(first.api().next(simulation, "first").join().turn()).isEqualTo(1);
        var asking = new Asking(simulation, 2, "second");
        try (var trap = new Trap(stage, rows, first.api())) {
            Place.ALL_POSITIONS_IN_FLIGHT.reach(trap, asking);
            first.kill();
        }
        stage.model().hold("position");
        var two = Stream.of(2, 3).map(n -> stage.launch(data(n))).toList();
        two.forEach(Product::awaitReady);
        var answers = two.stream().map(process -> asking.send(process.api())).toList();
        await("both play it").atMost(SOON).until(() -> stage.model().waiting("position") == 2 * Place.SEATS);
        stage.model().release();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().turn()).isEqualTo(2));
        assertThat(answers.getFirst().join().body())
                .isEqualTo(answers.getLast().join().body());
        everyAttemptIsAccountedFor(simulation);
        bothGoOn(simulation, two);
    }

    @Test
    void anOldRunAliveBesideARevivedOneCanAtWorstDoWhatIsDone() {
        var old = stage.start(data(1));
        look();
        var simulation = old.api().start(9);
        assertThat(old.api().next(simulation, "first").join().turn()).isEqualTo(1);
        var asking = new Asking(simulation, 2, "second");
        stage.model().hold("position", Place.SEATS);
        var late = asking.send(old.api());
        await().until(() -> stage.model().waiting("position") == Place.SEATS);

        var revived = stage.start(data(2));
        var early = asking.send(revived.api());
        assertThat(early).succeedsWithin(SOON);
        assertThat(early.join().turn()).isEqualTo(2);
        assertThat(late.join().turn()).isEqualTo(2);
        assertThat(revived.api().next(simulation, "third").join().turn()).isEqualTo(3);
        stage.model().release();
        everyAttemptIsAccountedFor(simulation);
        assertThat(old.api().next(simulation, "fourth").join().turn()).isEqualTo(4);
        assertThat(revived.api().next(simulation, "fifth").join().turn()).isEqualTo(5);
        new Story(rows, simulation).isWholeUpTo(5);
        books.balance(simulation);
    }

    @Test
    void theSameKeySentToTwoProcessesAtOnceIsOneTurn() {
        var two = List.of(stage.start(data(1)), stage.start(data(2)));
        look();
        var simulation = two.getFirst().api().start(5);
        var answers = two.stream()
                .map(process -> process.api().next(simulation, "same"))
                .toList();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().turn()).isEqualTo(1));
        assertThat(answers.getFirst().join().body())
                .isEqualTo(answers.getLast().join().body());
        everyAttemptIsAccountedFor(simulation);
        new Story(rows, simulation).isWholeUpTo(1);
        books.balanceOfARace(simulation, 1, two.size());
    }

    private void bothGoOn(UUID simulation, List<Product> two) {
        assertThat(two.getFirst().api().next(simulation, "third").join().turn()).isEqualTo(3);
        assertThat(two.getLast().api().next(simulation, "fourth").join().turn()).isEqualTo(4);
        new Story(rows, simulation).isWholeUpTo(4);
        books.balanceOfARace(simulation, 2, 1 + two.size());
    }

    private void everyAttemptIsAccountedFor(UUID simulation) {
        await().until(() ->
                rows.attempts(simulation).stream().map(Attempt::state).noneMatch("open"::equals));
        assertThat(rows.attempts(simulation)).extracting(Attempt::state).isSubsetOf("recorded", "lost", "unknown");
    }

    private void look() {
        rows = stage.rows();
        books = new Books(rows, stage.model());
    }

    private String data(int process) {
        return "SYNTHFORCE_DATA_DIR=" + directory.resolve("data-" + process);
    }
}
