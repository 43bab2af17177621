package io.synthforce.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A connection to a server that can be cut as a network is: nobody is told, and what is sent is lost. */
final class Wire implements AutoCloseable {

    private final InetSocketAddress server;
    private final ServerSocket listener;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean cut;

    private Wire(InetSocketAddress server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
    }

    static Wire to(int port) {
        try {
            var loopback = InetAddress.getLoopbackAddress();
            var wire = new Wire(new InetSocketAddress(loopback, port), new ServerSocket(0, 50, loopback));
            wire.threads.execute(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    void cut() {
        cut = true;
    }

    /** Connections that were cut stay lost; new ones get through. */
    void mend() {
        hangUp();
        cut = false;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                threads.execute(() -> connect(client));
            } catch (IOException closing) {
                hangUp();
            }
        }
    }

    private void connect(Socket client) {
        ends.add(client);
        try (client;
                var connection = new Socket()) {
            ends.add(connection);
            connection.connect(server);
            client.setTcpNoDelay(true);
            connection.setTcpNoDelay(true);
            threads.execute(() -> carry(connection, client));
            carry(client, connection);
        } catch (IOException gone) {
            ends.remove(client);
        }
    }

    private void carry(Socket from, Socket to) {
        var buffer = new byte[64 * 1024];
        try (from;
                to) {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!cut) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException gone) {
            ends.remove(from);
        }
    }

    private void hangUp() {
        for (var end : ends) {
            ends.remove(end);
            try {
                end.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hangUp();
        threads.shutdownNow();
    }
}
