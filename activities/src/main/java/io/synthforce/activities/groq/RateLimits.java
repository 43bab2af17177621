package io.synthforce.activities.groq;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an answer's headers say of the limits of organisation and model: the day's requests and the minute's tokens. They
 * see what other processes spend, but never the requests of a minute nor the tokens of a day.
 */
public record RateLimits(long limitRequests, long remainingRequests, long limitTokens, long remainingTokens) {

    /** @return null unless all four are there */
    static @Nullable RateLimits in(Function<String, @Nullable String> header) {
        var values = new long[4];
        var names = new String[] {"limit-requests", "remaining-requests", "limit-tokens", "remaining-tokens"};
        for (var i = 0; i < names.length; i++) {
            var value = header.apply("x-ratelimit-" + names[i]);
            if (value == null || !value.strip().matches("\\d{1,15}")) {
                return null;
            }
            values[i] = Long.parseLong(value.strip());
        }
        return new RateLimits(values[0], values[1], values[2], values[3]);
    }
}
