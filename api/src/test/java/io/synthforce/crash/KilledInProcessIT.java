package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.crash.Killing.Recovery;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** kill -9 with Temporal in the process: its histories are lost, and simulations revive from PostgreSQL. */
@ExtendWith(OutputOnFailure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledInProcessIT {

    @AutoClose
    Killing killing;

    @BeforeAll
    void start(@TempDir Path directory) {
        killing = new Killing(Stage.withEverythingEmbedded(directory), _ -> {});
    }

    @ParameterizedTest
    @EnumSource(names = {"POSITIONS_HALF_RECORDED", "REPLIES_IN_FLIGHT", "INSIDE_THE_PROJECTION"})
    void aTurnKilledHereTogetherWithItsHistoryIsCompletedByTheNextStart(Place place) {
        assertThat(killing.at(place)).matches(Recovery::isInTime, "is in time");
    }
}
