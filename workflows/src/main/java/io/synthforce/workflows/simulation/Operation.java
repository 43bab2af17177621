package io.synthforce.workflows.simulation;

/** What a request asks of a simulation. */
public enum Operation {
    NEXT,
    PAUSE,
    RESUME,
    STOP;

    /** Commands overtake queued requests; {@code NEXT} waits its turn. */
    public boolean isCommand() {
        return this != NEXT;
    }
}
