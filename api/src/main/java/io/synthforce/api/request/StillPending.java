package io.synthforce.api.request;

import io.synthforce.api.problem.Refused;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The request is being carried out, but its caller has been kept as long as callers are kept. */
public final class StillPending extends Refused {

    private static final long serialVersionUID = 1L;

    private final String where;

    /** @param where the path under which the result will be */
    public StillPending(RequestKey key, Duration waited, String where) {
        super(
                HttpStatus.GATEWAY_TIMEOUT,
                "still_pending",
                "The request is not finished after %d seconds and goes on. Its result will be at %s; or repeat it with %s %s."
                        .formatted(waited.toSeconds(), where, RequestKey.HEADER, key.value()));
        this.where = where;
    }

    @Override
    protected HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.LOCATION, where);
        return headers;
    }
}
