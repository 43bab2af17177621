package io.synthforce.api.problem;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request's body is longer than any request needs to be. */
final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    BodyTooLarge(long limit) {
        super("The body is longer than " + limit + " bytes");
        this.limit = limit;
    }

    /** Readers of the body wrap it. */
    static Optional<BodyTooLarge> causeOf(@Nullable Throwable throwable) {
        Throwable cause = throwable;
        while (cause != null && !(cause instanceof BodyTooLarge)) {
            cause = cause.getCause();
        }
        return Optional.ofNullable((BodyTooLarge) cause);
    }

    Problem problem() {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "content_too_large",
                "The body is too large; at most %d MB are read.".formatted(limit >> 20));
    }
}
