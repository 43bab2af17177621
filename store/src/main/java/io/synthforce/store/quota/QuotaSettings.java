package io.synthforce.store.quota;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of limits before the provider has said anything.
 *
 * @param start limits to begin with; what the provider says goes before them
 * @param careful how many calls may be under way until an answer has told the limits, 0 for any number
 * @param lifetime after which a reservation that nobody settled is no longer held
 * @param minute how long the provider's minute is, shorter in tests
 * @param day likewise
 */
public record QuotaSettings(Map<Dimension, Long> start, int careful, Duration lifetime, Duration minute, Duration day) {

    private static final int FEW = 2;

    public QuotaSettings {
        start = Map.copyOf(start);
    }

    /**
     * @param limits as {@code GROQ_LIMITS}: {@code rpm=30,tpm=8000}, {@code none} for no care, null to find out
     * @param faster by how much windows are shorter than the provider's
     */
    public static QuotaSettings of(@Nullable String limits, Duration lifetime, double faster) {
        boolean none = "none".equalsIgnoreCase(limits == null ? "" : limits.strip());
        return new QuotaSettings(
                limits == null || none ? Map.of() : StartingLimits.of(limits),
                none ? 0 : FEW,
                lifetime,
                shorter(Duration.ofMinutes(1), faster),
                shorter(Duration.ofDays(1), faster));
    }

    private static Duration shorter(Duration time, double faster) {
        return Duration.ofNanos((long) (time.toNanos() / faster));
    }

    long starting(Dimension dimension) {
        return start.getOrDefault(dimension, 0L);
    }
}
