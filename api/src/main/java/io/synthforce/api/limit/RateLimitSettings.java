package io.synthforce.api.limit;

import io.synthforce.store.limit.Allowance;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationUnit;

/**
 * How often a client may ask.
 *
 * @param requests that change something or drive models, per window; a read counts a tenth
 * @param window in which they all come back, evenly
 * @param trustedProxies how many proxies stand before the service and append to {@code X-Forwarded-For}
 */
@ConfigurationProperties("synthforce.rate-limit")
record RateLimitSettings(
        boolean enabled,
        int requests,
        @DurationUnit(ChronoUnit.SECONDS) Duration window,
        int trustedProxies) {

    static final int READ = 1;
    static final int CHANGE = 10;

    Allowance allowance() {
        return new Allowance((long) requests * CHANGE, window);
    }
}
