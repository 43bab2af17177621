package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.synthforce.crash.Killing.Recovery;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** kill -9 of the product and of the Temporal server it started, all of which start again on the same data. */
@ExtendWith(OutputOnFailure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledWithItsServerIT {

    @AutoClose
    Killing killing;

    @BeforeAll
    void start(@TempDir Path directory) {
        assumeTrue(TemporalServer.cli().isPresent(), TemporalServer.MISSING);
        killing = new Killing(
                Stage.withEmbeddedTemporalServer(directory),
                stage -> stage.leftovers().named("start-dev").destroyForcibly());
    }

    @ParameterizedTest
    @EnumSource(names = {"WAITING_TO_BE_TAKEN", "ANSWERED_BUT_NOT_RECORDED", "MINUTES_AND_ANALYSIS_IN_FLIGHT"})
    void aTurnKilledHereTogetherWithTemporalIsCompletedByTheNextStart(Place place) {
        assertThat(killing.at(place)).matches(Recovery::isInTime, "is in time");
    }
}
