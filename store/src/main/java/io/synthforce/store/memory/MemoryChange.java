package io.synthforce.store.memory;

import static java.util.Objects.requireNonNullElse;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be otherwise with a memory; what is null stays.
 *
 * @param untilTurn the last turn it holds for, 0 for good
 */
public record MemoryChange(
        @Nullable String summary,
        @Nullable Double importance,
        @Nullable Integer untilTurn,
        @Nullable Boolean pinned) {

    Memory to(Memory memory) {
        Map<String, Object> content = new LinkedHashMap<>(memory.content());
        if (summary != null) {
            content.put("summary", summary);
        }
        return new Memory(
                memory.id(),
                memory.turn(),
                memory.seq(),
                memory.seat(),
                memory.agentRole(),
                memory.type(),
                memory.key(),
                content,
                requireNonNullElse(importance, memory.importance()),
                untilTurn == null ? memory.untilTurn() : end(untilTurn),
                requireNonNullElse(pinned, memory.pinned()),
                memory.settled(),
                memory.settledTurn(),
                memory.sources(),
                memory.accessCount(),
                memory.createdAt(),
                memory.lastAccessedAt(),
                memory.expiresAt(),
                memory.writtenFrom());
    }

    private static @Nullable Integer end(int turn) {
        return turn == 0 ? null : turn;
    }
}
