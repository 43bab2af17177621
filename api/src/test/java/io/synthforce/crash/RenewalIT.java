package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.synthforce.crash.Api.Answer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A workflow that continues as new after every turn, because its server suggests it so soon. */
@ExtendWith(OutputOnFailure.class)
class RenewalIT {

    private static final int TURNS = 8;

    @TempDir
    Path directory;

    @AutoClose
    Stage stage;

    @BeforeEach
    void start() {
        assumeTrue(TemporalServer.cli().isPresent(), TemporalServer.MISSING);
        stage = Stage.withEverythingOutside(directory, "limit.historyCount.suggestContinueAsNew=30");
    }

    @Test
    void requestsThatWaitWhileTheWorkflowRenewsItselfAreAllAnswered() {
        var api = stage.start().api();
        var simulation = api.start(TURNS + 2);
        var runs = new HashSet<String>();
        runs.add(run(api, simulation));
        var answers = IntStream.range(0, TURNS)
                .mapToObj(i -> api.next(simulation, "key " + i))
                .toList();

        assertThat(answers)
                .extracting(CompletableFuture::join)
                .extracting(Answer::status)
                .containsOnly(200);
        assertThat(api.command(simulation, "pause").join().status()).isEqualTo(200);
        assertThat(api.command(simulation, "resume").join().status()).isEqualTo(200);
        runs.add(run(api, simulation));
        assertThat(api.next(simulation, "last").join().turn()).isEqualTo(TURNS + 1);
        runs.add(run(api, simulation));
        assertThat(runs).as("runs of the workflow").hasSizeGreaterThan(2);
        new Story(stage.rows(), simulation).isWholeUpTo(TURNS + 1);
        new Books(stage.rows(), stage.model()).balance(simulation);
    }

    private static String run(Api api, UUID simulation) {
        return api.get("/simulations/" + simulation + "/workflow")
                .join()
                .body()
                .path("run_id")
                .asString("");
    }
}
