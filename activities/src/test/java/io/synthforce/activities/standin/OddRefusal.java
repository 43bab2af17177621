package io.synthforce.activities.standin;

import io.synthforce.embedded.groq.GroqError;
import io.synthforce.embedded.groq.Json;
import io.synthforce.embedded.groq.RateLimitHeaders;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import mockwebserver3.MockResponse;

/** Errors as Groq, or something on the way to it, sends them. */
public enum OddRefusal implements Misbehaviour {
    INVALID_REQUEST(400, "'temperature' : number must be between 0 and 2", "invalid_request_error", null),
    CONTEXT_LENGTH_EXCEEDED(
            400,
            "Please reduce the length of the messages or completion.",
            "invalid_request_error",
            "context_length_exceeded"),
    MODEL_DECOMMISSIONED(400, "The model has been decommissioned.", "invalid_request_error", "model_decommissioned"),
    BLOCKED_API_ACCESS(400, "API access is blocked.", "invalid_request_error", "blocked_api_access"),
    SPEND_LIMIT(400, "The spend limit is reached.", "invalid_request_error", "spend_limit_reached"),
    INVALID_API_KEY(401, "Invalid API Key", "invalid_request_error", "invalid_api_key"),
    MODEL_BLOCKED_FOR_ORGANISATION(403, "The model is blocked.", "permissions_error", "model_permission_blocked_org"),
    MODEL_BLOCKED_FOR_PROJECT(403, "The model is blocked.", "permissions_error", "model_permission_blocked_project"),
    EDGE_PAGE(403, "text/html", "<html><head><title>Attention Required!</title></head><body>Blocked</body></html>"),
    EDGE_1010(403, "text/plain", "error code: 1010"),
    MODEL_NOT_FOUND(
            404,
            "The model does not exist or you do not have access to it.",
            "invalid_request_error",
            "model_not_found"),
    REQUEST_TIMEOUT(408, "Request timeout", "timeout", null),
    CONFLICT(409, "Conflict", "conflict", null),
    LARGER_THAN_THE_LIMIT(asked -> tooLarge(asked).setHeader("retry-after", "9"), 413),
    BODY_TOO_LARGE(413, "Request Entity Too Large", "invalid_request_error", "request_too_large"),
    UNPROCESSABLE(422, "Semantic errors in the request", "invalid_request_error", null),
    FAILED_DEPENDENCY(424, "A dependency failed", "invalid_request_error", null),
    RPM(asked -> limit(Limit.REQUESTS_PER_MINUTE, 30, 30, 1, "2s").setHeader("retry-after", "2"), 429),
    TPM(asked -> limit(Limit.TOKENS_PER_MINUTE, 6_000, 5_034, 1_443, "4.77s").setHeader("retry-after", "5"), 429),
    RPD(asked -> limit(Limit.REQUESTS_PER_DAY, 1_000, 1_000, 1, "1m26.4s").setHeader("retry-after", "87"), 429),
    TPD(asked -> tokensOfADay().setHeader("retry-after", "1051"), 429),
    TPD_WITHOUT_RETRY_AFTER(asked -> tokensOfADay(), 429),
    WAIT_IN_DECIMALS(asked -> tokensOfADay().setHeader("retry-after", "1.25"), 429),
    WAIT_UNTIL_A_DATE(
            asked -> tokensOfADay()
                    .setHeader(
                            "retry-after",
                            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                    ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(90))),
            429),
    WAIT_OF_ZERO(asked -> tokensOfADay().setHeader("retry-after", "0"), 429),
    WAIT_ABSURD(asked -> tokensOfADay().setHeader("retry-after", "99999999999"), 429),
    LIMIT_WITHOUT_A_WAIT(429, "Too many requests", "requests", "rate_limit_exceeded"),
    FLEX_FULL(498, "`flex` tier capacity exceeded", "capacity", "capacity_exceeded"),
    CALLER_CANCELLED(499, "The caller cancelled", "invalid_request_error", null),
    SERVER_ERROR(500, "Internal Server Error", "internal_server_error", null),
    BAD_GATEWAY(502, "text/html", "<html><body>502 Bad Gateway</body></html>"),
    OVER_CAPACITY(
            503,
            "The model is currently over capacity. Please try again and back off exponentially.",
            "internal_server_error",
            null),
    GATEWAY_TIMEOUT(504, "text/plain", ""),
    EDGE_520(520, "text/plain", "error code: 520"),
    UNKNOWN_CLIENT_ERROR(418, "I am a teapot", "invalid_request_error", "teapot"),
    UNKNOWN_SERVER_ERROR(529, "Overloaded", "overloaded_error", "overloaded"),
    ERROR_IN_A_SUCCESS(200, "over capacity", "internal_server_error", null),
    LIMIT_IN_A_SUCCESS(200, "Rate limit reached. Please try again in 3s.", "tokens", "rate_limit_exceeded"),
    NO_CHOICES(200, "application/json", "{\"choices\":[]}"),
    PAGE_IN_A_SUCCESS(200, "text/html", "<html><body>We will be back</body></html>"),
    EMPTY_SUCCESS(200, "application/json", "");

    private final int status;
    private final Function<Asked, MockResponse.Builder> response;

    OddRefusal(Function<Asked, MockResponse.Builder> response, int status) {
        this.status = status;
        this.response = response;
    }

    OddRefusal(int status, String message, String type, String code) {
        this(asked -> body(new GroqError(status, type, message, code, null)), status);
    }

    OddRefusal(int status, String contentType, String body) {
        this(
                asked -> new MockResponse.Builder()
                        .setHeader("content-type", contentType)
                        .body(body),
                status);
    }

    @Override
    public Emission emit(Asked asked) {
        return Emission.refused(status, response.apply(asked));
    }

    static MockResponse.Builder body(GroqError error) {
        return new MockResponse.Builder().code(error.status()).body(Json.write(error.body()));
    }

    /** The words of a limit that is reached; the billing link comes with every one of them. */
    static MockResponse.Builder limit(Limit limit, long most, long used, long requested, String wait) {
        return body(new GroqError(
                429,
                limit.ofTokens() ? "tokens" : "requests",
                ("Rate limit reached for model `some-model` in organization `org_01stand1n` service tier `on_demand`"
                                + " on %s: Limit %d, Used %d, Requested %d. Please try again in %s. Need more tokens? Upgrade to"
                                + " Dev Tier today at https://console.groq.com/settings/billing")
                        .formatted(limit.words(), most, used, requested, wait),
                "rate_limit_exceeded",
                null));
    }

    /** A day's tokens are used up while the minute's bucket, the one in the headers, is full. */
    private static MockResponse.Builder tokensOfADay() {
        var response = limit(Limit.TOKENS_PER_DAY, 200_000, 199_754, 2_679, "17m31.056s");
        RateLimitHeaders.of(1_000, 900, 8_000, 8_000).asMap().forEach(response::setHeader);
        return response;
    }

    private static MockResponse.Builder tooLarge(Asked asked) {
        var requested = asked.request().promptTokens() + (long) asked.request().budget();
        return tooLarge(requested - 100, requested);
    }

    static MockResponse.Builder tooLarge(long most, long requested) {
        return body(new GroqError(
                413,
                "tokens",
                ("Request too large for model `some-model` in organization `org_01stand1n` service tier `on_demand` on"
                                + " tokens per minute (TPM): Limit %d, Requested %d, please reduce your message size and try"
                                + " again.")
                        .formatted(most, requested),
                "rate_limit_exceeded",
                null));
    }
}
