package io.synthforce.api.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Every error answer: RFC 9457 problem details with the members older clients read ({@code error}, {@code message},
 * {@code details}) beside them.
 *
 * @param type identifies the kind of problem; made of {@code error}
 * @param title the status in words
 * @param detail what is wrong here, for people
 * @param error the kind of problem, for programs
 * @param message like {@code detail}, or a summary of {@code details}
 * @param details one entry per field that is wrong; empty unless {@code error} is {@code validation_error}
 * @param more members of this kind of problem only
 */
@Schema(name = "Problem", description = "RFC 9457 problem details, with error, message and details beside them")
public record Problem(
        @Schema(example = "urn:synthforce:problem:simulation_paused")
        String type,

        @Schema(example = "Conflict") String title,
        @Schema(example = "409") int status,

        @Schema(example = "The simulation is paused; resume it before asking for the next turn.")
        String detail,

        @Schema(example = "simulation_paused") String error,
        String message,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<InvalidField> details,
        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> more) {

    private static final String TYPE = "urn:synthforce:problem:";

    public Problem {
        details = List.copyOf(details);
    }

    static Problem of(HttpStatusCode status, String error, String detail) {
        return of(status, error, detail, Map.of());
    }

    /** @param more members of this kind of problem only */
    public static Problem of(HttpStatusCode status, String error, String detail, Map<String, Object> more) {
        return new Problem(TYPE + error, title(status), status.value(), detail, error, detail, List.of(), more);
    }

    /** A request with something wrong in these fields. */
    public static Problem invalid(HttpStatusCode status, List<InvalidField> fields) {
        String error = "validation_error";
        String detail = fields.stream().map(InvalidField::sentence).findFirst().orElse("The request is not valid");
        return new Problem(
                TYPE + error,
                title(status),
                status.value(),
                detail,
                error,
                "Request validation failed",
                fields,
                Map.of());
    }

    ResponseEntity<Object> answer() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(this);
    }

    private static String title(HttpStatusCode status) {
        return Statuses.title(status);
    }
}
