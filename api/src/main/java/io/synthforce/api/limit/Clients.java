package io.synthforce.api.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Who asks, by address. What a client writes about its address is believed only as far as trusted proxies wrote it. */
final class Clients {

    /** Whoever has one address of version 6 has all with the same first half. */
    private static final int NETWORK_BYTES = 8;

    private final int trustedProxies;

    Clients(int trustedProxies) {
        this.trustedProxies = trustedProxies;
    }

    String of(HttpServletRequest request) {
        return network(address(request));
    }

    /** Each proxy appends whom it was asked by, so the client is as far from the end as there are proxies. */
    private String address(HttpServletRequest request) {
        List<String> hops = Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList();
        return trustedProxies == 0 || hops.size() < trustedProxies || !isAddress(hops.get(hops.size() - trustedProxies))
                ? request.getRemoteAddr()
                : hops.get(hops.size() - trustedProxies);
    }

    private static boolean isAddress(String text) {
        try {
            InetAddress.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String network(String text) {
        InetAddress address = InetAddress.ofLiteral(text);
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK_BYTES), 16);
        try {
            return InetAddress.getByAddress(network).getHostAddress();
        } catch (UnknownHostException sixteenBytesAreAnAddress) {
            throw new IllegalStateException(sixteenBytesAreAnAddress);
        }
    }
}
