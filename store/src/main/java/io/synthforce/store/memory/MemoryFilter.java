package io.synthforce.store.memory;

import io.synthforce.workflows.memory.MemoryType;
import org.jspecify.annotations.Nullable;

/** Which memories are meant; what is null matches all. */
public record MemoryFilter(
        @Nullable String agentRole, @Nullable MemoryType type) {

    static final MemoryFilter ALL = new MemoryFilter(null, null);
}
