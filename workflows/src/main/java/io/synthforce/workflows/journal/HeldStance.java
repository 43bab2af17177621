package io.synthforce.workflows.journal;

/** A seat's stance on an issue in the last turn it spoke: before the discussion and after it. */
public record HeldStance(String seat, String issue, int before, int after) {}
