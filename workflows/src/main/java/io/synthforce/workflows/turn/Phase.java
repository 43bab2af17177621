package io.synthforce.workflows.turn;

/** The kinds of model calls a turn makes. */
public enum Phase {
    POSITION,
    DISAGREEMENTS,
    REPLY,
    MINUTES,
    ANALYSIS;

    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
