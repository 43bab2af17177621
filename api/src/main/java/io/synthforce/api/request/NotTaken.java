package io.synthforce.api.request;

import io.synthforce.api.problem.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The request is stored, but nobody is there to carry it out now. */
final class NotTaken extends Refused {

    private static final long serialVersionUID = 1L;
    private static final String SECONDS = "10";

    private NotTaken(String error, String why, RequestKey key) {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                error,
                "%s The request is stored and may still be played; repeat it with %s %s to get its answer."
                        .formatted(why, RequestKey.HEADER, key.value()));
    }

    static NotTaken temporalAway(RequestKey key) {
        return new NotTaken("temporal_unavailable", "Temporal does not answer.", key);
    }

    static NotTaken noWorker(RequestKey key) {
        return new NotTaken("no_worker", "No worker has taken the request.", key);
    }

    static NotTaken closing(RequestKey key) {
        return new NotTaken("shutting_down", "This process is being stopped.", key);
    }

    @Override
    protected HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, SECONDS);
        return headers;
    }
}
