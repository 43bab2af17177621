package io.synthforce.store.memory;

import io.synthforce.workflows.memory.MemoryType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a seat keeps of a turn.
 *
 * @param seq journal position it was learned at
 * @param key unique for the seat
 * @param importance 0 to 1
 * @param untilTurn the last turn it holds for, or a commitment is due by; null for good
 * @param sources keys of the memories a reflection rests on
 */
public record NewMemory(
        long seq,
        String seat,
        String agentRole,
        String memoryType,
        String key,
        Content content,
        double importance,
        @Nullable Integer untilTurn,
        List<String> sources) {

    public NewMemory {
        // Models do answer 5e-324, which the column refuses rather than rounds.
        importance = (float) importance;
    }

    /**
     * As clients are shown it.
     *
     * @param turn null where the store knows it
     */
    public record Content(@Nullable Integer turn, String summary, List<String> actions) {}

    /** What was said in a turn. */
    public NewMemory(long seq, String seat, String agentRole, String key, Content content, double importance) {
        this(seq, seat, agentRole, MemoryType.EPISODIC.word(), key, content, importance, null, List.of());
    }
}
