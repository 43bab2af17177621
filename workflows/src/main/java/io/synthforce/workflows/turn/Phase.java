package io.synthforce.workflows.turn;

/** The kinds of model calls: those a turn makes, and questions beside it. */
public enum Phase {
    POSITION,
    DISAGREEMENTS,
    REPLY,
    MINUTES,
    ANALYSIS,
    /** Asked after a turn, and no part of it. */
    INTERVIEW;

    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
