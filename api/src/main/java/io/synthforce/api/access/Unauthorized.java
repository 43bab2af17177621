package io.synthforce.api.access;

import io.synthforce.api.problem.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The caller did not show the token, or showed another. */
final class Unauthorized extends Refused {

    private static final long serialVersionUID = 1L;

    private final boolean shown;

    Unauthorized(boolean shown) {
        super(
                HttpStatus.UNAUTHORIZED,
                "unauthorized",
                shown
                        ? "The token is not the one this service was given as API_TOKEN."
                        : "Send the service's token: Authorization: Bearer <token>.");
        this.shown = shown;
    }

    @Override
    protected HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(
                HttpHeaders.WWW_AUTHENTICATE,
                shown ? "Bearer realm=\"synthforce\", error=\"invalid_token\"" : "Bearer realm=\"synthforce\"");
        return headers;
    }
}
