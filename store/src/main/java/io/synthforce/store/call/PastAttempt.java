package io.synthforce.store.call;

import org.jspecify.annotations.Nullable;

/**
 * An attempt of a call that is over, as far as the next one depends on it.
 *
 * @param httpStatus null when nothing was sent or nothing came back
 * @param cause what kind of failure it was, in the caller's words
 * @param detail what was said of it
 */
public record PastAttempt(
        AttemptResult.State state,
        int resample,
        boolean shrunk,
        @Nullable Integer httpStatus,
        @Nullable String cause,
        @Nullable String detail) {}
