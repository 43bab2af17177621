package io.synthforce.workflows.journal;

import org.jspecify.annotations.Nullable;

/**
 * Whether a model call gave an answer. The text itself lies in the store under the call's natural key; the event keeps
 * its content hash.
 *
 * @param hash content hash of the stored reply, null when there is none
 * @param reason why there is no answer, null when there is one
 */
public record Answer(
        Status status, @Nullable String hash, @Nullable String reason) {

    /** {@code DEGRADED}: given up for good, visible as such and never read as speech by others. */
    public enum Status {
        OK,
        DEGRADED
    }

    public static Answer ok(String hash) {
        return new Answer(Status.OK, hash, null);
    }

    public static Answer degraded(String reason) {
        return new Answer(Status.DEGRADED, null, reason);
    }

    public boolean given() {
        return status == Status.OK;
    }
}
