package io.synthforce.api.access;

import io.synthforce.api.problem.Refused;
import org.springframework.http.HttpStatus;

/** The request was sent to a name that is neither this machine's own nor allowed. */
final class Misdirected extends Refused {

    private static final long serialVersionUID = 1L;

    Misdirected() {
        super(
                HttpStatus.MISDIRECTED_REQUEST,
                "misdirected_request",
                "Without a token this service is served as localhost or 127.0.0.1 only. To serve it under another name,"
                        + " set API_TOKEN, or add the name to ALLOWED_HOSTS.");
    }
}
