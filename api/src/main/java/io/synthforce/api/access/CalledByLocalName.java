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
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Keeps pages from elsewhere out of a service that asks nobody for a token: a page can have its own name point here, and
 * is then no foreign origin to the browser, but the request still says under which name it was sent. On loopback it is
 * served to its own machine's names; where it listens for others, too, {@code ALLOWED_HOSTS} says under which.
 */
@Component
@ApiRole
@Order(FilterOrder.HOST)
final class CalledByLocalName extends OncePerRequestFilter {

    private final Set<String> allowed;
    private final boolean trusting;
    private final HandlerExceptionResolver resolver;

    CalledByLocalName(
            @Value("${server.address}") InetAddress address,
            @Value("${synthforce.allowed-hosts}") List<String> allowed,
            ApiToken token,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.allowed = allowed.stream().map(CalledByLocalName::plain).collect(Collectors.toUnmodifiableSet());
        this.trusting = !token.isSet() && (address.isLoopbackAddress() || !allowed.isEmpty());
        this.resolver = resolver;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !trusting || OpenPaths.holds(request) || isKnown(plain(request.getServerName()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        resolver.resolveException(request, response, null, new Misdirected());
    }

    private boolean isKnown(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || isLoopbackAddress(host)
                || allowed.contains(host);
    }

    private static boolean isLoopbackAddress(String host) {
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }

    /** Names have no case; brackets are how addresses of version 6 are written beside a port. */
    private static String plain(String host) {
        return host.strip().toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
    }
}
