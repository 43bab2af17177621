package io.synthforce.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers that will be started again under the same number, so not from the range of outgoing connections. */
final class FreePort {

    private static final int FIRST = 12_000;
    private static final int LAST = 19_999;

    private FreePort() {}

    static int draw() {
        return ThreadLocalRandom.current()
                .ints(FIRST, LAST + 1)
                .filter(FreePort::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
