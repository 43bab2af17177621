package io.synthforce.store.memory;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Memories as of a journal position, read through the lineage: what an ancestor learned after the fork is not seen. */
public class Memories {

    /**
     * The memories most worth recalling: recency (half-life in turns), importance and relevance to the query, each
     * normalised over the candidates, summed.
     *
     * @param head journal position the reader stands at; nothing later is seen
     */
    public List<Memory> recall(UUID reader, String seat, int turn, long head, String query, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Counts a recall for the reader. */
    public void recalled(UUID reader, List<UUID> memories) {
        throw new UnsupportedOperationException();
    }

    /** Everything kept, by importance, then newest first. */
    public List<Memory> list(UUID reader, @Nullable String agentRole) {
        throw new UnsupportedOperationException();
    }
}
