package io.synthforce.workflows.replay;

import io.synthforce.workflows.journal.SimulationEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replay came to.
 *
 * @param turns how many were played, the one with the difference included
 * @param calls how many recorded calls were read
 * @param journalHash of the journal as it is stored, as far as it was compared
 * @param replayedHash of the journal as it was played; the same when both are identical
 * @param played the turns, each with the hash of its events as they were played
 * @param difference the first there is, null when there is none
 */
public record ReplayReport(
        int turns,
        int calls,
        String journalHash,
        String replayedHash,
        List<PlayedAgain> played,
        @Nullable Difference difference) {

    public ReplayReport {
        played = List.copyOf(played);
    }

    /** @param hash of the turn's events */
    public record PlayedAgain(int turn, int events, String hash) {}

    /**
     * Where the replay left the journal.
     *
     * @param position of the event in its turn, from 1
     * @param expected as it is stored, null when the journal has no more
     * @param got as it was played, null when nothing was
     * @param reason what differs, in words
     */
    public record Difference(
            int turn,
            int position,
            @Nullable SimulationEvent expected,
            @Nullable SimulationEvent got,
            String reason) {}

    public boolean identical() {
        return difference == null;
    }
}
