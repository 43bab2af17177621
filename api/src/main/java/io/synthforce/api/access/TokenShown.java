package io.synthforce.api.access;

import io.synthforce.api.filter.FilterOrder;
import io.synthforce.api.filter.OpenPaths;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.settings.ApiToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Asks callers for the token, where one is set. */
@Component
@ApiRole
@Order(FilterOrder.TOKEN)
final class TokenShown extends OncePerRequestFilter {

    private final ApiToken token;
    private final HandlerExceptionResolver resolver;

    TokenShown(ApiToken token, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.token = token;
        this.resolver = resolver;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !token.isSet() || OpenPaths.holds(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String shown = BearerToken.of(request);
        if (shown != null && token.is(shown)) {
            chain.doFilter(request, response);
        } else {
            resolver.resolveException(request, response, null, new Unauthorized(shown != null));
        }
    }
}
