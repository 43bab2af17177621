package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.synthforce.crash.Killing.Recovery;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** kill -9 in ten places of a turn, on a real Temporal server that survives. */
@ExtendWith(OutputOnFailure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledAnywhereIT {

    @AutoClose
    Killing killing;

    @BeforeAll
    void start(@TempDir Path directory) {
        assumeTrue(TemporalServer.cli().isPresent(), TemporalServer.MISSING);
        killing = new Killing(Stage.withEverythingOutside(directory), _ -> {});
    }

    @ParameterizedTest
    @EnumSource
    void aTurnKilledHereIsCompletedByTheNextStartAndNothingRecordedIsPaidTwice(Place place) {
        assertThat(killing.at(place)).matches(Recovery::isInTime, "is in time");
    }

    @Test
    void allOfManyTurnsUnderWayAreCompletedByTheNextStart() {
        assertThat(killing.amid(10)).matches(Recovery::isInTime, "is in time");
    }

    @Test
    void aPauseKilledBeforeItsBellIsObeyedByTheNextStart() {
        killing.whilePausing();
    }

    @Test
    void aStartKilledBeforeItsCommitBeginsAnewAndOneKilledAfterItIsTheSameSimulation() {
        killing.whileStarting();
    }

    @Test
    void aDeletionKilledBeforeTheWorkflowLearnsOfItLeavesNothing() {
        killing.whileDeleting();
    }
}
