package io.synthforce.api.limit;

import io.synthforce.api.problem.Refused;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The client asked more often than it may. */
final class TooManyRequests extends Refused {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    /** @param wait until the same request would be granted */
    TooManyRequests(RateLimitSettings settings, Duration wait) {
        long seconds = wait.plusMillis(999).toSeconds();
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                "rate_limited",
                "At most %d requests in %d s are served to one client, a read counting a tenth; repeat in %d s."
                        .formatted(settings.requests(), settings.window().toSeconds(), seconds));
        this.seconds = seconds;
    }

    @Override
    protected HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, seconds)));
        return headers;
    }
}
