package io.synthforce.api.workflow;

import io.synthforce.api.problem.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Temporal or every worker is away, or too busy to answer in time. Nothing was changed, so it may be asked again. */
public final class ReportsAway extends Refused {

    private static final long serialVersionUID = 1L;
    private static final String SECONDS = "10";

    public ReportsAway() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "no_worker",
                "No worker answered in time. Nothing was changed; repeat the request.");
    }

    @Override
    protected HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, SECONDS);
        return headers;
    }
}
