package io.synthforce.store.memory;

import io.synthforce.workflows.grounding.Claims;
import io.synthforce.workflows.grounding.Moment;
import io.synthforce.workflows.memory.MemoryType;
import io.synthforce.workflows.memory.Outcome;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing an agent keeps, as its last edit has left it.
 *
 * @param seq journal position it was learned at
 * @param untilTurn the last turn it holds for, null for good; a commitment is due by then and stays
 * @param settled what became of a commitment, null while it is open and for everything else
 * @param sources keys of the memories a reflection rests on
 * @param writtenFrom the turn from which its words, written by hand, count; null when they are the agent's own
 */
public record Memory(
        UUID id,
        int turn,
        long seq,
        String seat,
        String agentRole,
        MemoryType type,
        String key,
        Map<String, Object> content,
        double importance,
        @Nullable Integer untilTurn,
        boolean pinned,
        @Nullable Outcome settled,
        @Nullable Integer settledTurn,
        List<String> sources,
        int accessCount,
        Instant createdAt,
        @Nullable Instant lastAccessedAt,
        @Nullable Instant expiresAt,
        @Nullable Integer writtenFrom) {

    public Memory {
        content = new LinkedHashMap<>(content);
        sources = List.copyOf(sources);
    }

    public String summary() {
        return String.valueOf(content.getOrDefault("summary", ""));
    }

    /** Whether it is a commitment that is neither kept nor dropped. */
    public boolean isOpen() {
        return type == MemoryType.LONG_TERM && settled == null;
    }

    /** What agents are shown of it, but for marks: its key, by which they can refer to it, and what it says, on one line. */
    public String line() {
        return key + ": " + summary().strip().replaceAll("\\s+", " ") + note();
    }

    /** The line with a mark for every number that nothing vouched for when its words came to be. */
    public String line(Claims claims) {
        return claims.verified(
                line(), writtenFrom == null ? Moment.afterDecisions(turn) : Moment.inDiscussion(writtenFrom));
    }

    private String note() {
        if (settled != null) {
            return " (%s in turn %d)".formatted(settled.word(), settledTurn);
        }
        if (isOpen() && untilTurn != null) {
            return " (due by turn %d)".formatted(untilTurn);
        }
        return pinned ? " (pinned)" : "";
    }
}
