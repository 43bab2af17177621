package io.synthforce.activities.groq;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** An endpoint that begins an answer, goes on with a byte at a time and notices when the other side hangs up. */
final class Trickle implements AutoCloseable {

    static final String BEGINNING = "{\"choices\": [";

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n";

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final CompletableFuture<Void> hungUp = new CompletableFuture<>();

    Trickle() throws IOException {
        Thread.ofVirtual().start(this::serve);
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    CompletableFuture<Void> begun() {
        return begun;
    }

    CompletableFuture<Void> hungUp() {
        return hungUp;
    }

    private void serve() {
        try (var socket = server.accept()) {
            var out = socket.getOutputStream();
            out.write((HEAD + BEGINNING).getBytes(StandardCharsets.US_ASCII));
            begun.complete(null);
            while (true) {
                Thread.sleep(10);
                out.write(' ');
            }
        } catch (IOException | InterruptedException over) {
            hungUp.complete(null);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
