package io.synthforce.api.filter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/**
 * What anyone may ask as often as he likes: whether the service is well, and how it is to be used. The path is compared
 * as it was sent; one that would have to be decoded or tidied first is not among them.
 */
public final class OpenPaths {

    private static final Pattern OPEN = Pattern.compile(
            "/(?:health|ready|docs|redoc|openapi\\.json(?:/swagger-config)?|swagger-ui/[A-Za-z0-9-]+(?:\\.[a-z0-9]+)*)");

    private OpenPaths() {}

    public static boolean holds(HttpServletRequest request) {
        return OPEN.matcher(request.getRequestURI()).matches();
    }
}
