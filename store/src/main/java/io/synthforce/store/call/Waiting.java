package io.synthforce.store.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a turn does not go on by itself yet.
 *
 * @param reason {@code rate_limited} when the provider's limits are reached, {@code model_unavailable} while the model is
 *     out, {@code retrying} after a fault, {@code budget} while what is left of the budget does not cover the request
 * @param place of the first of them in the queue for its model when it last asked, from 1; null where nobody queues
 * @param until when the last of the calls that wait is made again
 */
public record Waiting(
        String reason, Instant until, @Nullable Integer place) {

    /** Where nobody queues. */
    public Waiting(String reason, Instant until) {
        this(reason, until, null);
    }
}
