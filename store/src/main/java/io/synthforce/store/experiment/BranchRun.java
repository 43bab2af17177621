package io.synthforce.store.experiment;

import io.synthforce.workflows.experiment.PlannedRun;
import io.synthforce.workflows.experiment.RunRecord;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One branch of an experiment as it stands.
 *
 * @param record what came of it, null until it has ended or failed
 */
public record BranchRun(
        PlannedRun run, UUID branch, State state, @Nullable RunRecord record) {

    /** How far it is. */
    public enum State {
        WAITING,
        PLAYING,
        ENDED,
        FAILED,
        /** Never played: the experiment ended before, by its stop rule or because it was cancelled. */
        SKIPPED,
        /** In its middle, as the experiment ended: its block does not count. */
        STOPPED;

        /** Whether it is over, and there is a record of it. */
        public boolean isPlayed() {
            return this == ENDED || this == FAILED;
        }

        /** Whether nothing more is to come of it. */
        public boolean isOver() {
            return this != WAITING && this != PLAYING;
        }
    }
}
