package io.synthforce.api.request;

import io.synthforce.api.problem.Refused;
import org.springframework.http.HttpStatus;

/** The key names another request already. */
public final class KeyUsedBefore extends Refused {

    private static final long serialVersionUID = 1L;

    public KeyUsedBefore(RequestKey key) {
        super(
                HttpStatus.CONFLICT,
                "idempotency_conflict",
                "Idempotency-Key %s was used for another request; choose a new key for a new request."
                        .formatted(key.value()));
    }
}
