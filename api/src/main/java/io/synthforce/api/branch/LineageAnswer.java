package io.synthforce.api.branch;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.wire.OneOf;
import io.synthforce.api.wire.Words;
import io.synthforce.store.lineage.Relative;
import io.synthforce.workflows.simulation.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tree a simulation belongs to.
 *
 * @param simulations parents before what was forked from them; {@code parent} makes them a tree
 */
@Schema(name = "Lineage")
record LineageAnswer(UUID sessionId, UUID root, List<Node> simulations) {

    /**
     * One simulation of the tree.
     *
     * @param depth forks between the root and it
     * @param experiment what it is a branch for; null for what was started or forked by hand
     * @param option of the experiment; null for no change
     * @param block of the experiment
     * @param trunk which of the experiment's own trunks it is, or is a branch of; null where there are none
     */
    @Schema(name = "LineageNode")
    record Node(
            UUID sessionId,
            @Nullable UUID parent,
            int baseTurn,
            int depth,
            @Nullable String name,
            @OneOf(Status.class) String status,
            int currentTurn,
            int maxTurns,
            List<Map<String, Object>> changes,
            Instant createdAt,
            @Nullable UUID experiment,
            @Nullable String option,
            @Nullable Integer block,
            @Nullable Integer trunk) {

        static Node of(Relative relative) {
            return new Node(
                    relative.id(),
                    relative.parent(),
                    relative.baseTurn(),
                    relative.depth(),
                    relative.name(),
                    Words.of(relative.status()),
                    relative.currentTurn(),
                    relative.maxTurns(),
                    BranchAnswer.shown(relative.changes()),
                    relative.createdAt(),
                    relative.experiment(),
                    relative.option(),
                    relative.block(),
                    relative.trunk());
        }
    }
}
