package io.synthforce.api.estimate;

import io.synthforce.api.problem.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** No worker has started yet, so nobody has said how models are asked. */
final class NothingToReckonFrom extends Refused {

    private static final long serialVersionUID = 1L;

    NothingToReckonFrom() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "no_worker_yet",
                "No worker has said yet how models are asked here; start one and repeat this.");
    }

    @Override
    protected HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "10");
        return headers;
    }
}
