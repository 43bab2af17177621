package io.synthforce.store.request;

/** Body of a {@code play} request: the last turn to be played. */
public record PlayInputs(int untilTurn) {}
