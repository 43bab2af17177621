package io.synthforce.store.simulation;

import io.synthforce.workflows.change.Change;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fork to be made.
 *
 * @param parent the simulation it is forked from
 * @param baseTurn the last turn it shares with it
 * @param name null to keep the parent's
 * @param maxTurns null for the parent's, or one turn more where that is over
 * @param recordedInputs whether its turns are given what was asked of the same turns of the simulation
 */
public record NewBranch(
        UUID id,
        UUID parent,
        int baseTurn,
        @Nullable String name,
        @Nullable Integer maxTurns,
        List<Change> changes,
        boolean recordedInputs) {

    public NewBranch {
        changes = List.copyOf(changes);
    }
}
