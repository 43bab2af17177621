package io.synthforce.api.access;

import io.synthforce.api.filter.FilterOrder;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.settings.ApiToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Keeps pages from elsewhere out of a service that trusts everyone on its machine: a page can have its own name point to
 * 127.0.0.1, and is then no foreign origin to the browser, but the request still says under which name it was sent.
 */
@Component
@ApiRole
@Order(FilterOrder.HOST)
final class CalledByLocalName extends OncePerRequestFilter {

    private final boolean trusting;
    private final HandlerExceptionResolver resolver;

    CalledByLocalName(
            @Value("${server.address}") InetAddress address,
            ApiToken token,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.trusting = address.isLoopbackAddress() && !token.isSet();
        this.resolver = resolver;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !trusting || isLocal(request.getServerName());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        resolver.resolveException(request, response, null, new Misdirected());
    }

    static boolean isLocal(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.endsWith(".localhost") || isLoopbackAddress(name);
    }

    private static boolean isLoopbackAddress(String host) {
        try {
            return InetAddress.ofLiteral(host.replaceAll("^\\[|]$", "")).isLoopbackAddress();
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }
}
