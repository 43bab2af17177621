package io.synthforce.api.branch;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.wire.OneOf;
import io.synthforce.api.wire.Words;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.workflows.change.Change;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.simulation.Status;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * A branch: a simulation in every way, which shares its first turns with another.
 *
 * @param parent the simulation that played the last turn it shares
 * @param root the simulation everything was forked from
 * @param agents seats in speaking order
 * @param inputs what its turns are given: {@code none}, or {@code recorded}, what was asked of the same turns of what it was
 *     forked from
 */
@Schema(name = "Branch")
record BranchAnswer(
        UUID sessionId,
        @Nullable UUID parent,
        UUID root,
        int baseTurn,
        @Nullable String name,
        @OneOf(Status.class) @Schema(example = "active") String status,
        int currentTurn,
        int maxTurns,
        List<Map<String, Object>> changes,
        List<String> agents,
        Instant createdAt,
        @Schema(example = "none") String inputs) {

    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    static BranchAnswer of(SimulationRow row, List<Change> changes) {
        return new BranchAnswer(
                row.id(),
                row.parent(),
                row.root(),
                row.baseTurn(),
                row.scenario().name(),
                Words.of(row.status()),
                row.currentTurn(),
                row.maxTurns(),
                shown(changes),
                row.scenario().cast().stream().map(Seat::id).toList(),
                row.createdAt(),
                RecordedInputs.word(row.recordedInputs()));
    }

    /** Each with its type, as it is stored. */
    static List<Map<String, Object>> shown(List<Change> changes) {
        return changes.stream()
                .<Map<String, Object>>map(change -> Json.mapper()
                        .readValue(Json.mapper().writerFor(Change.class).writeValueAsString(change), OBJECT))
                .toList();
    }
}
