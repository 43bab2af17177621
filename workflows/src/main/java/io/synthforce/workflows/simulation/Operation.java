package io.synthforce.workflows.simulation;

/** What a request asks of a simulation. */
public enum Operation {
    NEXT,
    /** Turn after turn, up to a given one; open until its end. */
    PLAY,
    PAUSE,
    RESUME,
    STOP,
    /** An event for the next turn; answered when it is stored, so nobody rings for it. */
    INJECT,
    /** Branches beside no change; the simulation itself goes on as it would. Open until its end. */
    WHAT_IF;

    /** Commands overtake queued requests, which wait their turn. */
    public boolean isCommand() {
        return switch (this) {
            case PAUSE, RESUME, STOP -> true;
            case NEXT, PLAY, INJECT, WHAT_IF -> false;
        };
    }

    /** Whether it asks for turns. */
    public boolean asksForTurns() {
        return this == NEXT || this == PLAY;
    }
}
