package io.synthforce.store.memory;

import io.synthforce.workflows.memory.MemoryType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something an agent is given to keep.
 *
 * @param seat of the role; its first one when null
 * @param key unique for the seat; made up when null
 * @param untilTurn the last turn it holds for, or a commitment is due by; null for good
 * @param expiresAt when it is forgotten, if before the days memories are kept; null for those
 */
public record AddedMemory(
        String agentRole,
        @Nullable String seat,
        MemoryType type,
        @Nullable String key,
        String summary,
        List<String> actions,
        double importance,
        @Nullable Integer untilTurn,
        @Nullable Instant expiresAt,
        boolean pinned) {

    public AddedMemory {
        actions = List.copyOf(actions);
    }
}
