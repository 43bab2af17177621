package io.synthforce.api.filter;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;

/** What browsers may do with an answer. The pages of the documentation load what they need, so no policy binds them. */
final class SecurityHeaders {

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "X-XSS-Protection", "1; mode=block",
            "Referrer-Policy", "strict-origin-when-cross-origin",
            "Permissions-Policy",
                    "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(),"
                            + " payment=(), usb=()");

    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            List.of(
                    "default-src 'self'",
                    "script-src 'self' 'unsafe-inline'",
                    "style-src 'self' 'unsafe-inline'",
                    "img-src 'self' data: https:",
                    "font-src 'self' data: https:",
                    "connect-src 'self' https:",
                    "frame-ancestors 'none'"));

    private SecurityHeaders() {}

    static void mark(HttpServletResponse response, String path) {
        ALWAYS.forEach(response::setHeader);
        if (!path.startsWith("/docs") && !path.startsWith("/swagger-ui/")) {
            response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        }
    }
}
