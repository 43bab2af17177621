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
        /** Never played, as the experiment's stop rule made it unnecessary. */
        SKIPPED
    }
}
