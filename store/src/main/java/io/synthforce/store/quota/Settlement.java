package io.synthforce.store.quota;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a granted call came to.
 *
 * @param used tokens the provider counted, null when it did not say: then the reservation stays booked
 * @param sent false when the call was not made after all
 * @param answered whether the provider answered at all
 * @param reading what it said of its limits, null when it said nothing
 * @param refusal the limit it refused the call for, null when it did not
 */
public record Settlement(
        UUID attempt,
        @Nullable Long used,
        boolean sent,
        boolean answered,
        Duration took,
        @Nullable Reading reading,
        @Nullable Refusal refusal) {

    /**
     * A limit that was met.
     *
     * @param dimension null when the provider did not name it
     * @param most the limit, 0 when it is not named
     * @param used of it before this call, null when it is not named
     * @param retryAfter the wait the provider asked for, null when it did not
     */
    public record Refusal(
            @Nullable Dimension dimension,
            long most,
            @Nullable Long used,
            long requested,
            @Nullable Duration retryAfter) {}

    /** The call was not made. */
    public static Settlement notSent(UUID attempt) {
        return new Settlement(attempt, null, false, false, Duration.ZERO, null, null);
    }
}
