package io.synthforce.store.limit;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * Whether a client could spend what it asked for.
 *
 * @param remaining units that are left
 * @param untilFull when all units are back, if nothing more is spent
 * @param untilGranted when the same would be granted; zero when it was
 */
public record Verdict(boolean granted, long remaining, Duration untilFull, Duration untilGranted) {

    static Verdict of(ConsumptionProbe probe) {
        return new Verdict(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset()),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
}
