package io.synthforce.workflows.simulation;

/** The four states of a simulation that clients see. */
public enum Status {
    ACTIVE,
    PAUSED,
    COMPLETED,
    /** Its snapshot cannot be read; nothing else fails a simulation. */
    FAILED
}
