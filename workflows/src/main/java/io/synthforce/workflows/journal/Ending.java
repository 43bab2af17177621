package io.synthforce.workflows.journal;

/**
 * Why a simulation ended before its last turn. An outcome, not a failure.
 *
 * @param name the indicator that reached its ruin, or the deadline that was missed
 */
public record Ending(Kind kind, String name, int turn) {

    /** What can end a simulation. */
    public enum Kind {
        RUIN,
        DEADLINE
    }
}
