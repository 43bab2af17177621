package io.synthforce.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * The ports of the embedded parts, remembered so that a process that joined finds them again after a restart. New ones are drawn
 * below the range from which systems take the ports of outgoing connections, so that they are likely to be free next time too.
 */
final class Ports {

    private static final int FIRST = 20_000;
    private static final int LAST = 29_999;
    private static final int DRAWS = 200;

    private final Path file;
    private final Properties remembered = new Properties();

    private Ports(Path file) {
        this.file = file;
    }

    static Ports rememberedIn(Path file) {
        var ports = new Ports(file);
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                ports.remembered.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ports;
    }

    /** The port that this part had before if nobody else has it now, otherwise a new one. */
    int of(String part) {
        var before = remembered.getProperty(part, "");
        if (before.matches("\\d{1,5}") && isFree(Integer.parseInt(before))) {
            return Integer.parseInt(before);
        }
        var port = draw();
        remembered.setProperty(part, Integer.toString(port));
        remember();
        return port;
    }

    private int draw() {
        return ThreadLocalRandom.current()
                .ints(DRAWS, FIRST, LAST + 1)
                .filter(port -> !remembered.containsValue(Integer.toString(port)) && isFree(port))
                .findFirst()
                .orElseThrow(() -> new EmbeddedFailure(
                        "None of %d ports tried between %d and %d is free.".formatted(DRAWS, FIRST, LAST),
                        "Free some, or name the parts by DATABASE_URL, REDIS_URL and TEMPORAL_ADDRESS."));
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void remember() {
        WholeFile.write(
                file,
                remembered.stringPropertyNames().stream()
                        .sorted()
                        .map(part -> part + "=" + remembered.getProperty(part) + "\n")
                        .collect(Collectors.joining()));
    }
}
