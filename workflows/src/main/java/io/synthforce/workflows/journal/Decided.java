package io.synthforce.workflows.journal;

/** The standing decision on an issue and the turn it was taken in. */
public record Decided(String issue, String choice, int turn) {}
