package io.synthforce.store.request;

import org.jspecify.annotations.Nullable;

/** What a request was answered with: 200, or the problem it ended in. */
public record Outcome(
        int httpStatus, @Nullable String error, @Nullable String detail) {

    public static final Outcome OK = new Outcome(200, null, null);
}
