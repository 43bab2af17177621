package io.synthforce.activities.standin;

import java.time.Duration;
import java.util.Map;

/**
 * What an organisation may ask of one model, and how the stand-in behaves in time.
 *
 * @param faster by how much windows and waits are shorter than Groq's
 * @param latency what an answer takes; reservations are held for as long
 * @param organisations by key; a key that is not named belongs to {@code org_default}
 */
public record Plan(
        long requestsPerMinute,
        long requestsPerDay,
        long tokensPerMinute,
        long tokensPerDay,
        double faster,
        Duration latency,
        Map<String, String> organisations) {

    private static final long NONE = 1L << 40;

    public static Plan free() {
        return new Plan(30, 1_000, 8_000, 200_000, 1, Duration.ZERO, Map.of());
    }

    public static Plan unlimited() {
        return new Plan(NONE, NONE, NONE, NONE, 1, Duration.ZERO, Map.of());
    }

    public Plan faster(double factor) {
        return new Plan(
                requestsPerMinute, requestsPerDay, tokensPerMinute, tokensPerDay, factor, latency, organisations);
    }

    public Plan withoutDays() {
        return new Plan(requestsPerMinute, NONE, tokensPerMinute, NONE, faster, latency, organisations);
    }

    public Plan taking(Duration latency) {
        return new Plan(
                requestsPerMinute, requestsPerDay, tokensPerMinute, tokensPerDay, faster, latency, organisations);
    }

    public Plan of(Map<String, String> organisations) {
        return new Plan(
                requestsPerMinute, requestsPerDay, tokensPerMinute, tokensPerDay, faster, latency, organisations);
    }

    String organisation(String key) {
        return organisations.getOrDefault(key, "org_default");
    }
}
