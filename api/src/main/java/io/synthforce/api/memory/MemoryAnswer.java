package io.synthforce.api.memory;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.store.memory.Memory;
import java.time.Instant;
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
        int totalMemories,
        Map<String, List<Entry>> memoriesByAgent,
        @Nullable String summary) {

    /** One thing an agent keeps. */
    @Schema(name = "Memory")
    record Entry(
            UUID id,
            String agentRole,
            @Schema(example = "episodic") String memoryType,
            String key,
            Map<String, Object> content,
            double importance,
            int accessCount,
            Instant createdAt,
            @Nullable Instant lastAccessedAt,
            @Nullable Instant expiresAt,
            String seat) {

        static Entry of(Memory memory) {
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
                    memory.seat());
        }
    }
}
