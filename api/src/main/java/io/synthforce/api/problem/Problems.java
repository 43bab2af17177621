package io.synthforce.api.problem;

import io.synthforce.api.settings.ApiRole;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.util.DisconnectedClientHelper;

/** The one place where exceptions become answers. Nothing internal leaves: no trace, no SQL, no foreign message. */
@RestControllerAdvice
@ApiRole
final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final DisconnectedClientHelper DISCONNECTED =
            new DisconnectedClientHelper(Problems.class.getName() + ".disconnected");

    @ExceptionHandler
    ResponseEntity<Object> refused(Refused refused) {
        return ResponseEntity.status(refused.status())
                .headers(refused.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(refused.problem());
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(MethodArgumentNotValidException invalid) {
        return unprocessable(InvalidParameters.of(invalid));
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(HandlerMethodValidationException invalid) {
        return invalid.isForReturnValue() ? unexpected(invalid, null) : unprocessable(InvalidParameters.of(invalid));
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(MethodArgumentTypeMismatchException mismatch) {
        return unprocessable(List.of(InvalidParameters.of(mismatch)));
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(InvalidRequest invalid) {
        return unprocessable(List.of(invalid.at()));
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(InvalidFields invalid) {
        return unprocessable(invalid.fields());
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException unreadable) {
        return BodyTooLarge.causeOf(unreadable)
                .map(BodyTooLarge::problem)
                .orElseGet(() -> Problem.invalid(HttpStatus.UNPROCESSABLE_CONTENT, List.of(InvalidBody.of(unreadable))))
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(BodyTooLarge tooLarge) {
        return tooLarge.problem().answer();
    }

    /** Tomcat reads the query only when it is first asked for a parameter. */
    @ExceptionHandler
    ResponseEntity<Object> invalid(InvalidParameterException query) {
        return unprocessable(
                List.of(new InvalidField("query", "Query should be percent-encoded UTF-8", "value_error")));
    }

    /** The database is away, full or busy beyond patience; the request may be repeated as it is. */
    @ExceptionHandler({
        CannotCreateTransactionException.class,
        TransientDataAccessException.class,
        NonTransientDataAccessResourceException.class
    })
    ResponseEntity<Object> databaseAway(Exception away) {
        log.warn("The database does not answer: {}", away.getMessage());
        Refused refused = new DatabaseAway();
        return refused(refused);
    }

    /** What Spring itself refuses: unknown routes, methods and media types. */
    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Object> other(Exception exception, HttpServletRequest request) {
        if (DISCONNECTED.checkAndLogClientDisconnectedException(exception)) {
            return null;
        }
        return exception instanceof ErrorResponse response
                        && response.getStatusCode().is4xxClientError()
                ? standard(response, request)
                : unexpected(exception, request);
    }

    private static ResponseEntity<Object> standard(ErrorResponse response, HttpServletRequest request) {
        HttpStatusCode status = response.getStatusCode();
        String detail = status.value() == HttpStatus.NOT_FOUND.value()
                ? "There is nothing at %s %s.".formatted(request.getMethod(), request.getRequestURI())
                : Statuses.title(status) + ": " + request.getMethod() + " " + request.getRequestURI();
        return ResponseEntity.status(status)
                .headers(response.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(status, Statuses.code(status), detail));
    }

    private static ResponseEntity<Object> unexpected(Exception exception, @Nullable HttpServletRequest request) {
        String where = request == null ? "" : " answering " + request.getMethod() + " " + request.getRequestURI();
        log.error("Unexpected error{}", where, exception);
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal_error", "An unexpected error occurred")
                .answer();
    }

    private static ResponseEntity<Object> unprocessable(List<InvalidField> fields) {
        return Problem.invalid(HttpStatus.UNPROCESSABLE_CONTENT, fields).answer();
    }

    /** Retrying makes sense, and how soon. */
    static HttpHeaders retryAfter(int seconds) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        return headers;
    }
}
