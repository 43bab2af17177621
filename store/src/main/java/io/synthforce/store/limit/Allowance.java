package io.synthforce.store.limit;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;

/**
 * What a client may spend: all units at once at most, and refilled evenly over the window.
 *
 * @param units at least 1
 * @param window in which all of them come back
 */
public record Allowance(long units, Duration window) {

    Bandwidth bandwidth() {
        return Bandwidth.builder().capacity(units).refillGreedy(units, window).build();
    }

    /** A changed allowance begins with new buckets. */
    String key(String client) {
        return "synthforce:limit:%d/%d:%s".formatted(units, window.toSeconds(), client);
    }
}
