package io.synthforce.api.memory;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.wire.OneOf;
import io.synthforce.api.wire.Words;
import io.synthforce.store.memory.Memory;
import io.synthforce.workflows.memory.MemoryType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the agents of a simulation keep, by role. Roles without memories are absent, except one that was asked for.
 *
 * @param summary always null; kept for older clients
 */
@Schema(name = "Memories")
record MemoryAnswer(
        UUID sessionId,

        @Schema(description = "How many there are in all") int totalMemories,

        Map<String, List<Entry>> memoriesByAgent,
        @Nullable String summary,

        @Schema(description = "offset of the next page; null when this is the last one") @Nullable
        Integer nextOffset,

        @Schema(description = "Only where explain asks for it") @Nullable
        ExplanationAnswer explanation) {

    static MemoryAnswer of(
            UUID simulation,
            List<Memory> page,
            long total,
            int offset,
            @Nullable String agentRole,
            @Nullable ExplanationAnswer explanation) {
        Map<String, List<Entry>> byAgent = new LinkedHashMap<>();
        if (agentRole != null) {
            byAgent.put(agentRole, new ArrayList<>());
        }
        page.forEach(memory -> byAgent.computeIfAbsent(memory.agentRole(), _ -> new ArrayList<>())
                .add(Entry.of(memory)));
        int end = offset + page.size();
        Integer next = end < total && !page.isEmpty() ? end : null;
        return new MemoryAnswer(simulation, Math.toIntExact(total), byAgent, null, next, explanation);
    }

    /** One thing an agent keeps. */
    @Schema(name = "Memory")
    record Entry(
            UUID id,
            String agentRole,

            @OneOf(MemoryType.class) @Schema(example = "episodic")
            String memoryType,

            String key,
            Map<String, Object> content,
            double importance,
            int accessCount,
            Instant createdAt,
            @Nullable Instant lastAccessedAt,
            @Nullable Instant expiresAt,
            String seat,

            @Schema(description = "Whether it is in every prompt of the seat")
            boolean pinned,

            @Schema(description = "The last turn it holds for; a commitment is due by then and stays") @Nullable
            Integer untilTurn,

            @Schema(description = "What became of a commitment: open, kept or dropped", example = "open") @Nullable
            String commitment,

            @Schema(description = "Keys of the memories a reflection rests on")
            List<String> sources) {

        static Entry of(Memory memory) {
            String settled = memory.settled() == null ? null : Words.of(memory.settled());
            return new Entry(
                    memory.id(),
                    memory.agentRole(),
                    memory.type().word(),
                    memory.key(),
                    memory.content(),
                    memory.importance(),
                    memory.accessCount(),
                    memory.createdAt(),
                    memory.lastAccessedAt(),
                    memory.expiresAt(),
                    memory.seat(),
                    memory.pinned(),
                    memory.untilTurn(),
                    memory.isOpen() ? "open" : settled,
                    memory.sources());
        }
    }
}
