package io.synthforce.api.docs;

import io.swagger.v3.oas.models.examples.Example;
import io.synthforce.api.problem.InvalidField;
import io.synthforce.api.problem.Problem;
import io.synthforce.workflows.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** The kinds of problems requests end in, as programs tell them apart, each with what people may read. */
enum ProblemKind {
    BAD_REQUEST(400, "Bad Request"),
    UNAUTHORIZED(401, "Send the service's token: Authorization: Bearer <token>."),

    SIMULATION_NOT_FOUND(404, "There is no simulation 2f4e91fd-8f7d-4628-8a2c-75d8539adb44."),
    EXPERIMENT_NOT_FOUND(404, "There is no such experiment."),
    SCENARIO_NOT_FOUND(404, "There is no scenario flood in the library."),
    MEMORY_NOT_FOUND(404, "There is no memory 9a1e4c1f-5b0e-4a55-8f2b-1d5a2b7f0c33."),
    TURN_NOT_FOUND(404, "Turn 7 has not been played."),
    SNAPSHOT_NOT_FOUND(404, "Turn 7 was not played yet."),

    IDEMPOTENCY_CONFLICT(
            409, "Idempotency-Key turn-1 was used for another request; choose a new key for a new request."),
    SIMULATION_PAUSED(409, "The simulation is paused; resume it before asking for the next turn."),
    SIMULATION_COMPLETED(
            409,
            "The simulation is completed: the maximum number of turns (5) is reached; start another one to go on."),
    SIMULATION_FAILED(
            409, "The simulation has failed because its last snapshot cannot be read; start it again as another one."),
    STOPPED(409, "The simulation was stopped before this turn began; ask again to play it."),
    ALREADY_PLAYING(409, "The simulation is already playing until turn 9; stop it before you ask for another play."),
    BUDGET_EXHAUSTED(409, "The next turn needs more than the budget has left; raise it to go on."),
    BUDGET_BELOW_SPENT(409, "More than that is spent or reserved already."),
    TOO_MANY_EVENTS(409, "Turn 3 has its 10 injected events already; let it be played before you inject more."),
    EVENT_ALREADY_INJECTED(409, "The event is injected into turn 3 already, and occurs once in a turn."),
    LINEAGE_TOO_DEEP(409, "A simulation can have at most 64 ancestors; fork one of them instead."),
    EXPERIMENT_CANCELLED(409, "The what-if was cancelled before two runs could be compared."),
    EXPERIMENT_IN_PROGRESS(409, "Numbers are given when the experiment is over."),
    NOTHING_TO_TELL(409, "Not one block of runs was played as a whole, so there is nothing to write of."),
    EXPERIMENT_NOT_PLAYED_OUT(409, "Repeats can be added when all that was asked for is played."),
    EXPERIMENT_OVER(409, "The experiment is over already; there is nothing to cancel."),
    HAS_BRANCHES(
            409,
            "Other simulations were forked from this one: 6d1c7b0e-3f0a-4c11-9a3e-0f6a5d2c8b71. Delete them first, or all"
                    + " together with ?cascade=true."),
    MEMORY_KEY_TAKEN(409, "The seat keeps something under the key holt already; choose another key or change that."),
    TOO_MANY_PINNED(409, "The seat has 5 pinned memories, as many as can be; unpin one first."),
    TOO_MANY_COMMITMENTS(409, "The seat has as many open commitments as can be; forget one first."),

    CONTENT_TOO_LARGE(413, "The body is too large; at most 10 MB are read."),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported Media Type: POST /simulate/start"),
    MISDIRECTED_REQUEST(421, "Without a token this service is served as localhost or 127.0.0.1 only."),
    VALIDATION_ERROR(422, "body.scenario: String should have at least 10 characters"),

    RATE_LIMITED(
            429, "At most 100 requests in 60 s are served to one client, a read counting a tenth; repeat in 12 s."),
    TOO_MANY_SIMULATIONS(
            429, "Turns of 10 simulations are being played, as many as may be at once (MAX_CONCURRENT_SIMULATIONS)."),

    INTERNAL_ERROR(500, "An unexpected error occurred"),
    TURN_FAILED(500, "The turn could not be completed and was not counted; the next request repeats it."),
    NOBODY_ANSWERED(500, "Nobody answered in this turn, so it was not counted; the next request repeats it."),
    EXPERIMENT_FAILED(500, "Nothing could be compared: no branch reached its horizon"),

    DATABASE_UNAVAILABLE(503, "The database does not answer; repeat the request."),
    TEMPORAL_UNAVAILABLE(
            503,
            "Temporal does not answer. The request is stored and may still be played; repeat it with Idempotency-Key"
                    + " turn-1 to get its answer."),
    NO_WORKER(
            503,
            "No worker has taken the request. The request is stored and may still be played; repeat it with"
                    + " Idempotency-Key turn-1 to get its answer."),
    NO_WORKER_YET(503, "No worker has said yet how models are asked here; start one and repeat this."),
    SHUTTING_DOWN(503, "This process is being stopped; repeat the request with Idempotency-Key turn-1."),
    STILL_PENDING(
            504,
            "The request is not finished after 600 seconds and goes on. Its result will be at"
                    + " /simulations/2f4e91fd-8f7d-4628-8a2c-75d8539adb44/turns/1; or repeat it with Idempotency-Key turn-1.");

    private static final InvalidField TOO_SHORT =
            new InvalidField("body.scenario", "String should have at least 10 characters", "string_too_short");

    private static final String BRANCH = "6d1c7b0e-3f0a-4c11-9a3e-0f6a5d2c8b71";

    private final HttpStatus status;
    private final String detail;

    ProblemKind(int status, String detail) {
        this.status = HttpStatus.valueOf(status);
        this.detail = detail;
    }

    String status() {
        return String.valueOf(status.value());
    }

    /** As it is in {@code error}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** To the example among the document's components. */
    Example reference() {
        return new Example().$ref("#/components/examples/" + word());
    }

    Example example() {
        Problem problem = switch (this) {
            case VALIDATION_ERROR -> Problem.invalid(status, List.of(TOO_SHORT));
            case HAS_BRANCHES -> Problem.of(status, word(), detail, Map.of("branches", List.of(BRANCH)));
            default -> Problem.of(status, word(), detail, Map.of());
        };
        return new Example().value(Json.mapper().convertValue(problem, Map.class));
    }
}
