package io.synthforce.store.simulation;

import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.simulation.Status;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A simulation as the catalog keeps it, with its whole scenario.
 *
 * @param experiment what it is a branch for, null for what was started or forked by hand
 * @param recordedInputs whether its turns are given what was asked of the same turns of what it was forked from
 */
public record SimulationRow(
        UUID id,
        String owner,
        @Nullable UUID parent,
        UUID root,
        int baseTurn,
        Scenario scenario,
        Status status,
        int currentTurn,
        int maxTurns,
        long head,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID experiment,
        boolean recordedInputs) {

    SimulationRow at(long newHead) {
        return new SimulationRow(
                id,
                owner,
                parent,
                root,
                baseTurn,
                scenario,
                status,
                currentTurn,
                maxTurns,
                newHead,
                createdAt,
                updatedAt,
                experiment,
                recordedInputs);
    }
}
