package io.synthforce.store.brief;

import io.synthforce.workflows.brief.Baseline;
import io.synthforce.workflows.brief.Prose;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The prose of a brief as it stands.
 *
 * @param number of the simulation's briefs, from 1
 * @param of what it is written of, frozen
 * @param detail why it failed, null when it did not
 * @param prose null until it is done, and when it failed
 * @param baseline null until it is over
 */
public record WrittenBrief(
        UUID id,
        int number,
        NewBrief of,
        State state,
        @Nullable String detail,
        @Nullable Prose prose,
        @Nullable Baseline baseline,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /** Direct answers of one brief are numbered within such a range. */
    private static final int MOST_REPEATS = 10;

    /** How far it is. */
    public enum State {
        OPEN,
        DONE,
        FAILED
    }

    /** Where its text, or the check of it, is recorded. */
    public CallKey key(Phase phase) {
        return new CallKey(of.simulation(), of.turn(), CallKey.COORDINATOR, phase, number);
    }

    /** Where a direct answer is recorded; the first time is 1. */
    public CallKey direct(int time) {
        return new CallKey(
                of.simulation(), of.turn(), CallKey.COORDINATOR, Phase.BASELINE, (number - 1) * MOST_REPEATS + time);
    }
}
