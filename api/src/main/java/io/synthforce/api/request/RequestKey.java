package io.synthforce.api.request;

import io.synthforce.api.problem.InvalidRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The caller's name for a request: the same key again gets the first answer. */
public record RequestKey(String value) {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,255}");

    /** The key a caller chose, or one made up for a caller that chose none. */
    static RequestKey of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return new RequestKey(UUID.randomUUID().toString());
        }
        if (!PRINTABLE.matcher(header).matches()) {
            throw new InvalidRequest(
                    "header." + HEADER, "string_pattern_mismatch", "Key should be 1 to 255 printable ASCII characters");
        }
        return new RequestKey(header.strip());
    }
}
