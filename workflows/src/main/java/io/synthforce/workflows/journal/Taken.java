package io.synthforce.workflows.journal;

import org.jspecify.annotations.Nullable;

/**
 * The last time an action was taken.
 *
 * @param by the seat that ordered it
 */
public record Taken(String action, int turn, @Nullable String by) {}
