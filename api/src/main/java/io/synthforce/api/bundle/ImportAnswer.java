package io.synthforce.api.bundle;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.wire.OneOf;
import io.synthforce.api.wire.Words;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.workflows.simulation.Status;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A simulation that was imported.
 *
 * @param parent what it was forked from, imported with it; null when it was not
 * @param journalHash identity of all that happened; the same as where it comes from
 */
@Schema(name = "ImportedSimulation")
record ImportAnswer(
        UUID sessionId,
        @OneOf(Status.class) @Schema(example = "active") String status,
        int currentTurn,
        int maxTurns,
        @Nullable UUID parent,
        UUID root,
        int baseTurn,
        String journalHash) {

    static ImportAnswer of(SimulationRow row, String journalHash) {
        return new ImportAnswer(
                row.id(),
                Words.of(row.status()),
                row.currentTurn(),
                row.maxTurns(),
                row.parent(),
                row.root(),
                row.baseTurn(),
                journalHash);
    }
}
