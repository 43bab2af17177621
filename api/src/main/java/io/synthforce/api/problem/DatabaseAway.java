package io.synthforce.api.problem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** PostgreSQL cannot be reached, so nothing can be read or stored. */
final class DatabaseAway extends Refused {

    private static final long serialVersionUID = 1L;
    private static final int SECONDS = 5;

    DatabaseAway() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "database_unavailable",
                "The database does not answer; repeat the request in a few seconds, under the same Idempotency-Key if it had one.");
    }

    @Override
    protected HttpHeaders headers() {
        return Problems.retryAfter(SECONDS);
    }
}
