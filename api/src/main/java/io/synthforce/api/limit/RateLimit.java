package io.synthforce.api.limit;

import io.synthforce.api.access.BearerToken;
import io.synthforce.api.filter.FilterOrder;
import io.synthforce.api.filter.OpenPaths;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.settings.ApiToken;
import io.synthforce.store.limit.RateLimits;
import io.synthforce.store.limit.Verdict;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses who asks too often, before anything is stored. A read costs a tenth of what a change costs, so a page may look
 * every few seconds and hardly notices. The holders of the token are one client; who asks without it where one is set is
 * counted by address, and every try as a change, so that nobody tries many.
 */
@Component
@ApiRole
@Order(FilterOrder.LIMIT)
final class RateLimit extends OncePerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String METRICS = "/metrics";
    private static final String HOLDERS = "token";

    private final RateLimitSettings settings;
    private final RateLimits limits;
    private final ApiToken token;
    private final Clients clients;
    private final HandlerExceptionResolver resolver;

    RateLimit(
            RateLimitSettings settings,
            RateLimits limits,
            ApiToken token,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.settings = settings;
        this.limits = limits;
        this.token = token;
        this.clients = new Clients(settings.trustedProxies());
        this.resolver = resolver;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !settings.enabled()
                || OpenPaths.holds(request)
                || request.getRequestURI().equals(METRICS) && (!token.isSet() || holdsToken(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean holder = holdsToken(request);
        boolean cheap = READS.contains(request.getMethod()) && (holder || !token.isSet());
        Verdict verdict = limits.spend(
                settings.allowance(),
                holder ? HOLDERS : clients.of(request),
                cheap ? RateLimitSettings.READ : RateLimitSettings.CHANGE);
        tell(response, verdict);
        if (verdict.granted()) {
            chain.doFilter(request, response);
        } else {
            resolver.resolveException(request, response, null, new TooManyRequests(settings, verdict.untilGranted()));
        }
    }

    private boolean holdsToken(HttpServletRequest request) {
        String shown = BearerToken.of(request);
        return shown != null && token.is(shown);
    }

    private void tell(HttpServletResponse response, Verdict verdict) {
        response.setHeader("X-RateLimit-Limit", String.valueOf(settings.requests()));
        response.setHeader("X-RateLimit-Remaining", String.valueOf(verdict.remaining() / RateLimitSettings.CHANGE));
        Instant full = Instant.now().plus(verdict.untilFull());
        response.setHeader("X-RateLimit-Reset", String.valueOf(full.getEpochSecond() + 1));
    }
}
