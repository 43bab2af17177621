package io.synthforce.store.call;

import io.synthforce.workflows.turn.CallKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Recorded replies, and one row per provider request. No connection is held while a model answers. */
public class ModelCalls {

    public Optional<RecordedCall> recorded(CallKey key) {
        throw new UnsupportedOperationException();
    }

    /** All recorded calls of a turn, given and degraded. */
    public List<RecordedCall> ofTurn(UUID simulation, int turn) {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes the attempt before it is sent. Earlier attempts of the call that are still open are of a process that was
     * lost: their outcome is unknown.
     *
     * @return false when the simulation is gone
     */
    public boolean begin(NewAttempt attempt) {
        throw new UnsupportedOperationException();
    }

    /** Completes an attempt that brought no usable reply; also one that was given up as unknown and came back. */
    public void end(UUID attempt, AttemptResult result) {
        throw new UnsupportedOperationException();
    }

    /**
     * Stores reply and attempt in one commit. The first reply stored wins; a later one completes only its own attempt.
     *
     * @return the winner, empty when the simulation is gone
     */
    public Optional<RecordedCall> record(UUID attempt, AttemptResult result, RecordedCall reply) {
        throw new UnsupportedOperationException();
    }

    /** Records that a call was given up, unless a reply is there. Returns what stands, empty when the simulation is gone. */
    public Optional<RecordedCall> giveUp(RecordedCall degraded) {
        throw new UnsupportedOperationException();
    }

    /** Attempts of a call that ended in a fault: refused for other reasons than limits, broken or unusable. */
    public int faults(CallKey key) {
        throw new UnsupportedOperationException();
    }

    public List<AttemptRow> attempts(UUID simulation, int turn) {
        throw new UnsupportedOperationException();
    }
}
