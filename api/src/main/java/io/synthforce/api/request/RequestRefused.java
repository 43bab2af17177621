package io.synthforce.api.request;

import io.synthforce.api.problem.Refused;
import io.synthforce.store.request.Outcome;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** The simulation refused the request, or could not carry it out; its outcome stays with its key. */
final class RequestRefused extends Refused {

    private static final long serialVersionUID = 1L;

    RequestRefused(Outcome outcome) {
        super(
                Optional.ofNullable(HttpStatus.resolve(outcome.httpStatus())).orElse(HttpStatus.INTERNAL_SERVER_ERROR),
                Optional.ofNullable(outcome.error()).orElse("request_failed"),
                Optional.ofNullable(outcome.detail()).orElse("The request could not be carried out."));
    }
}
