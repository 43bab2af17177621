package io.synthforce.api.filter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name under which a request is found in the logs of both sides: the caller's, where it can be written down. */
final class RequestId {

    static final String HEADER = "X-Request-ID";

    /** Its key in the context of the log. */
    static final String LOGGED_AS = "request_id";

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e](?:[\\x20-\\x7e]{0,998}[\\x21-\\x7e])?");

    private RequestId() {}

    static String of(HttpServletRequest request) {
        return of(request.getHeader(HEADER));
    }

    static String of(@Nullable String asked) {
        return asked != null && PRINTABLE.matcher(asked).matches()
                ? asked
                : UUID.randomUUID().toString();
    }
}
