package io.synthforce.api.problem;

import io.synthforce.api.filter.FilterOrder;
import io.synthforce.api.settings.ApiRole;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Stops reading a request at 10 MB, a bundle at 256 MB, whether or not it said how long it is. */
@Component
@ApiRole
@Order(FilterOrder.BODY)
final class BodyLimit extends OncePerRequestFilter {

    static final long BYTES = 10L << 20;

    /** Five hundred turns of a large cast with all their prompts. They are read from the disk, part by part. */
    private static final long BUNDLE_BYTES = 256L << 20;

    private static final String BUNDLES = "/simulations/import";

    private final HandlerExceptionResolver resolver;

    BodyLimit(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = request.getRequestURI().equals(BUNDLES) ? BUNDLE_BYTES : BYTES;
        if (request.getContentLengthLong() > limit) {
            resolver.resolveException(request, response, null, new BodyTooLarge(limit));
        } else {
            chain.doFilter(new Limited(request, limit), response);
        }
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), limit);
        }
    }
}
