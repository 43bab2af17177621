package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.synthforce.api.Follower;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two processes side by side, a simulation that plays on by itself, and someone who follows it through a kill. */
@ExtendWith(OutputOnFailure.class)
class FollowingIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int TURNS = 6;

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
    void aPlayAndItsReaderOutliveTheProcessThatServedThem() {
        var doomed = stage.start();
        var other = stage.start();
        var simulation = doomed.api().start(TURNS);
        var address = new AtomicReference<>(events(doomed, simulation));
        try (var follower = new Follower(address::get)) {
            assertThat(doomed.api().play(simulation, TURNS).join().status()).isEqualTo(202);
            await().atMost(SOON).until(() -> follower.named("turn_closed").size() >= 2);
            doomed.kill();
            address.set(events(other, simulation));
            follower.awaitEnd();

            assertThat(follower.ids())
                    .isEqualTo(LongStream.rangeClosed(1, follower.ids().size())
                            .boxed()
                            .toList());
            assertThat(follower.named("turn_closed")).hasSize(TURNS);
        }
        assertThat(other.api()
                        .play(simulation, TURNS)
                        .join()
                        .body()
                        .path("play")
                        .path("status")
                        .asString())
                .isEqualTo("completed");
        new Story(stage.rows(), simulation).isWholeUpTo(TURNS);
        new Books(stage.rows(), stage.model()).balance(simulation);
    }

    @Test
    void aReaderOfOneProcessHearsOfWhatAnotherOneWrites() {
        var writing = stage.start("SYNTHFORCE_ROLES=api,worker");
        var reading = stage.start("SYNTHFORCE_ROLES=api");
        var simulation = writing.api().start(1);
        try (var follower = new Follower(() -> events(reading, simulation))) {
            follower.awaitEvent(event -> event.name().equals("state"));
            assertThat(writing.api().next(simulation, "only").join().turn()).isEqualTo(1);
            follower.awaitEnd();

            assertThat(follower.named("turn_closed")).hasSize(1);
            assertThat(follower.connections()).isEqualTo(1);
        }
    }

    private static URI events(Product product, UUID simulation) {
        return product.api().address().resolve("/simulations/" + simulation + "/events");
    }
}
