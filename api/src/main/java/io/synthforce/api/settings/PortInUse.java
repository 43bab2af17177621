package io.synthforce.api.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Looks whether the port is free before anything starts, so that nothing has to be stopped again. */
final class PortInUse {

    private PortInUse() {}

    static Optional<String> complaint(Environment environment) {
        int port = environment.getProperty("server.port", Integer.class, 0);
        String host = environment.getProperty("server.address", "127.0.0.1");
        if (port == 0 || !environment.acceptsProfiles(Profiles.of("api"))) {
            return Optional.empty();
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(sentence(host, port, e));
        }
    }

    private static String sentence(String host, int port, IOException failure) {
        return "PORT is %d, where %s cannot listen (%s): end what uses it or set PORT to a free port."
                .formatted(port, host, failure.getMessage());
    }
}
