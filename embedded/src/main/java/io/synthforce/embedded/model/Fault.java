package io.synthforce.embedded.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An answer by script instead of a generated one.
 *
 * @param times how many matching requests get it
 * @param body sent as it is when it is a string, as JSON otherwise
 * @param content put into an ordinary completion instead, for a model that writes nonsense
 */
public record Fault(
        Match match,
        int times,
        int status,
        Map<String, String> headers,
        @Nullable JsonNode body,
        @Nullable String content) {

    public Fault {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status is between 200 and 599, not " + status);
        }
        headers = Map.copyOf(headers);
    }

    String text() {
        return body == null ? "" : body.isString() ? body.stringValue() : body.toString();
    }
}
