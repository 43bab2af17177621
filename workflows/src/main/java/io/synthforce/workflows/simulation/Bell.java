package io.synthforce.workflows.simulation;

/** A doorbell: request {@code request} is in the store. It carries no text, and ringing twice does no harm. */
public record Bell(long request, Operation operation) {}
