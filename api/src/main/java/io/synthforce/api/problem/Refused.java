package io.synthforce.api.problem;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** A request is refused on purpose. Subclasses are the facts; the message is shown to the caller. */
public abstract class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String error;
    private final String detail;

    /**
     * @param error the kind of problem, for programs
     * @param detail what is wrong and what to do, for people
     */
    protected Refused(HttpStatus status, String error, String detail) {
        super(detail);
        this.status = status;
        this.error = error;
        this.detail = detail;
    }

    public final HttpStatus status() {
        return status;
    }

    /** Headers the answer carries beside those of every answer. */
    protected HttpHeaders headers() {
        return HttpHeaders.EMPTY;
    }

    /** Members of this kind of problem only. */
    protected Map<String, Object> members() {
        return Map.of();
    }

    final Problem problem() {
        return Problem.of(status, error, detail, members());
    }
}
