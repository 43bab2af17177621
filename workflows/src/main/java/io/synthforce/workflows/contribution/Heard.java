package io.synthforce.workflows.contribution;

import org.jspecify.annotations.Nullable;

/**
 * How a seat's position was heard: what the request that brought it measured.
 *
 * @param resamples answers that could not be used before it
 * @param responseMillis from sending that request to its answer, null when it was not measured
 */
public record Heard(String seat, int resamples, @Nullable Integer responseMillis) {}
