package io.synthforce.workflows.judging;

/** Why the judge is asked about a run: for its ruling, or to see whether that can be relied on. */
public enum Asking {
    /** What counts. */
    FIRST,
    /** The same once more. */
    AGAIN,
    /** Whether the contrary holds. */
    NEGATED
}
