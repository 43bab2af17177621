package io.synthforce.store.memory;

import java.util.List;

/**
 * What a seat keeps of its own position in a turn.
 *
 * @param seq journal position it was learned at
 * @param importance 0 to 1
 */
public record NewMemory(long seq, String seat, String agentRole, String key, Content content, double importance) {

    /** As clients are shown it. */
    public record Content(int turn, String summary, List<String> actions) {}
}
