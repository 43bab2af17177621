package io.synthforce.workflows.turn;

/** Why a call is made, in order of precedence when calls have to wait. */
public enum CallClass {
    NEXT,
    PLAY,
    WHAT_IF,
    BATCH
}
