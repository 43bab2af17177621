package io.synthforce.workflows.plan;

import org.jspecify.annotations.Nullable;

/**
 * Something an agent said of its work that could not be kept, and why.
 *
 * @param task its id, or its name when it has none
 * @param item the dependency or function that was dropped, null when it was the task itself
 */
public record Dropped(String seat, String task, @Nullable String item, String reason) {}
