package io.synthforce.store.memory;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing an agent keeps. */
public record Memory(
        UUID id,
        int turn,
        String seat,
        String agentRole,
        String memoryType,
        String key,
        Map<String, Object> content,
        double importance,
        int accessCount,
        Instant createdAt,
        @Nullable Instant lastAccessedAt,
        @Nullable Instant expiresAt) {}
