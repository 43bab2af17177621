package io.synthforce.api.request;

import io.synthforce.api.problem.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** As many simulations are playing as may at once. Nothing was stored: the key is as good as new. */
final class TooManyPlaying extends Refused {

    private static final long serialVersionUID = 1L;
    private static final String SECONDS = "5";

    TooManyPlaying(int limit) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                "too_many_simulations",
                ("Turns of %d simulations are being played, as many as may be at once (MAX_CONCURRENT_SIMULATIONS)."
                                + " Nothing was stored; ask again when one of them has ended.")
                        .formatted(limit));
    }

    @Override
    protected HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, SECONDS);
        return headers;
    }
}
