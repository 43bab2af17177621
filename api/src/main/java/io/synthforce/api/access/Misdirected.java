package io.synthforce.api.access;

import io.synthforce.api.problem.Refused;
import org.springframework.http.HttpStatus;

/** The request was sent to a name that is not this machine's own. */
final class Misdirected extends Refused {

    private static final long serialVersionUID = 1L;

    Misdirected() {
        super(
                HttpStatus.MISDIRECTED_REQUEST,
                "misdirected_request",
                "This service serves its own machine only, as localhost or 127.0.0.1. To serve it under another name,"
                        + " set API_TOKEN.");
    }
}
