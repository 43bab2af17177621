package io.synthforce.api.docs;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import java.util.Set;

/** The headers of answers that mean something to clients. */
enum AnsweredHeader {
    REQUEST_ID(
            "X-Request-ID", "string", "The caller's name for the request, or one that was made up; log lines carry it"),
    RESPONSE_TIME("X-Response-Time", "string", "How long it took until the answer began, as 12.34ms"),
    IDEMPOTENCY_KEY("Idempotency-Key", "string", "The key of the request, also when it was made up"),
    LOCATION("Location", "string", "The path under which the result is, or will be"),
    PREFERENCE_APPLIED("Preference-Applied", "string", "What of Prefer was heeded (RFC 7240)"),
    RETRY_AFTER("Retry-After", "integer", "In how many seconds to repeat it"),
    LIMIT("X-RateLimit-Limit", "integer", "How many changes a client may make in a window; a read counts a tenth"),
    REMAINING("X-RateLimit-Remaining", "integer", "How many it may make now"),
    RESET("X-RateLimit-Reset", "integer", "When all are back, in seconds since 1970 (UTC)"),
    WWW_AUTHENTICATE("WWW-Authenticate", "string", "How to show the token");

    private final String header;
    private final String type;
    private final String description;

    AnsweredHeader(String header, String type, String description) {
        this.header = header;
        this.type = type;
        this.description = description;
    }

    String header() {
        return header;
    }

    Header described() {
        return new Header().description(description).schema(new JsonSchema().types(Set.of(type)));
    }

    /** To the description among the document's components. */
    Header reference() {
        return new Header().$ref("#/components/headers/" + header);
    }
}
