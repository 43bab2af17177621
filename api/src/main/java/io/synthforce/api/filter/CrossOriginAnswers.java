package io.synthforce.api.filter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;

/**
 * Answers preflights as the clients of the reference know it. Another request of a foreign origin is served without the
 * headers that would let its page read the answer: what has a meaning of its own here needs a preflight, and what does
 * not come from a browser needs no permission.
 */
final class CrossOriginAnswers extends DefaultCorsProcessor {

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration rules, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean preflight = CorsUtils.isPreFlightRequest(request);
        if (!preflight && rules != null && rules.checkOrigin(request.getHeader(HttpHeaders.ORIGIN)) == null) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
            return true;
        }
        if (!preflight && CorsUtils.isCorsRequest(request) && !known(request.getMethod(), rules)) {
            return true;
        }
        boolean allowed = super.processRequest(rules, request, response);
        if (preflight && allowed) {
            write(response, HttpStatus.OK, "OK");
        } else if (preflight) {
            write(response, HttpStatus.BAD_REQUEST, "Disallowed CORS " + fault(rules, request));
        }
        return allowed;
    }

    /** The status and the text are written above, where the request is known. */
    @Override
    protected void rejectRequest(ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.BAD_REQUEST);
    }

    private static boolean known(String method, @Nullable CorsConfiguration rules) {
        return rules != null && rules.checkHttpMethod(HttpMethod.valueOf(method)) != null;
    }

    private static String fault(@Nullable CorsConfiguration rules, HttpServletRequest request) {
        if (rules == null || rules.checkOrigin(request.getHeader(HttpHeaders.ORIGIN)) == null) {
            return "origin";
        }
        return known(request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD), rules) ? "headers" : "method";
    }

    private static void write(HttpServletResponse response, HttpStatus status, String text) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(text);
    }
}
