package io.synthforce.store.lineage;

import io.synthforce.workflows.change.Change;
import io.synthforce.workflows.simulation.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One simulation of a tree of forks.
 *
 * @param parent null for the one everything was forked from
 * @param baseTurn the last turn it shares with its parent
 * @param changes what it was forked with
 * @param experiment what it is a branch for, null for what was started or forked by hand
 * @param option null without an experiment, and for its branches without change
 * @param trunk which of its experiment's own trunks it is, or was forked from; null where there are none
 */
public record Relative(
        UUID id,
        @Nullable UUID parent,
        int baseTurn,
        int depth,
        @Nullable String name,
        Status status,
        int currentTurn,
        int maxTurns,
        List<Change> changes,
        Instant createdAt,
        @Nullable UUID experiment,
        @Nullable String option,
        @Nullable Integer block,
        @Nullable Integer trunk) {

    public Relative {
        changes = List.copyOf(changes);
    }
}
