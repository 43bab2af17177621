package io.synthforce.workflows.brief;

import io.synthforce.workflows.dissent.PlayedTurn;
import io.synthforce.workflows.experiment.PlannedRun;
import java.util.List;
import java.util.UUID;

/**
 * What was said and decided in one branch after the fork.
 *
 * @param turns in order
 */
public record Talk(PlannedRun run, UUID branch, List<PlayedTurn> turns) {

    public Talk {
        turns = List.copyOf(turns);
    }
}
