package io.synthforce.embedded.groq;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The headers every answer carries: the bucket of requests is always the day's, that of tokens the minute's.
 *
 * @param resetRequests seconds until the bucket of requests is full again, not until it has room
 */
public record RateLimitHeaders(
        long limitRequests,
        long remainingRequests,
        double resetRequests,
        long limitTokens,
        long remainingTokens,
        double resetTokens) {

    /** As buckets refill: evenly over the period, never more than full. */
    public static RateLimitHeaders of(long limitRequests, long leftRequests, long limitTokens, long leftTokens) {
        return new RateLimitHeaders(
                limitRequests,
                leftRequests,
                (limitRequests - leftRequests) * 86_400.0 / limitRequests,
                limitTokens,
                leftTokens,
                (limitTokens - leftTokens) * 60.0 / limitTokens);
    }

    public Map<String, String> asMap() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("x-ratelimit-limit-requests", String.valueOf(limitRequests));
        headers.put("x-ratelimit-remaining-requests", String.valueOf(remainingRequests));
        headers.put("x-ratelimit-reset-requests", duration(resetRequests));
        headers.put("x-ratelimit-limit-tokens", String.valueOf(limitTokens));
        headers.put("x-ratelimit-remaining-tokens", String.valueOf(remainingTokens));
        headers.put("x-ratelimit-reset-tokens", duration(resetTokens));
        return headers;
    }

    /** As Go writes durations: {@code 391ms}, {@code 1.57s}, {@code 2m59.56s}, {@code 1h0m2s}. */
    public static String duration(double seconds) {
        if (seconds < 1) {
            return Math.round(seconds * 1000) + "ms";
        }
        var millis = Math.round(seconds * 1000);
        var hours = millis / 3_600_000;
        var minutes = millis / 60_000 % 60;
        var rest = String.format(Locale.ROOT, "%.3f", millis % 60_000 / 1000.0).replaceAll("\\.?0+$", "");
        return (hours > 0 ? hours + "h" : "") + (hours > 0 || minutes > 0 ? minutes + "m" : "") + rest + "s";
    }
}
