package io.synthforce.api.filter;

import io.synthforce.api.settings.ApiRole;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts on every answer what every answer carries, and the request's id into the log while it is answered. */
@Component
@ApiRole
@Order(FilterOrder.HEADERS)
final class AnswerHeaders extends OncePerRequestFilter implements Unfiltered {

    /** Nothing took time. */
    @Override
    public void answered(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(RequestId.HEADER, RequestId.of(request));
        response.setHeader(TimedResponse.HEADER, TimedResponse.since(System.nanoTime()));
        SecurityHeaders.mark(response, "");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        TimedResponse timed = new TimedResponse(response, System.nanoTime());
        String id = RequestId.of(request);
        timed.setHeader(RequestId.HEADER, id);
        SecurityHeaders.mark(timed, request.getRequestURI());
        try (MDC.MDCCloseable _ = MDC.putCloseable(RequestId.LOGGED_AS, id)) {
            chain.doFilter(request, timed);
        } finally {
            if (!request.isAsyncStarted()) {
                timed.tell();
            }
        }
    }
}
