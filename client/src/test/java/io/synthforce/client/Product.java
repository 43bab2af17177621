package io.synthforce.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.client.http.ApiClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The built product with everything embedded, in a process of its own. */
final class Product implements AutoCloseable {

    private static final Path JAR = Path.of("../api/target/synthforce.jar");

    private final Process process;
    private final int port;

    private Product(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Product start(Path directory) throws IOException {
        int port = freePort();
        Path log = directory.resolve("product.log");
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JAR.toAbsolutePath().normalize().toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        java.environment().put("PORT", Integer.toString(port));
        java.environment().put("TEMPORAL_CLI", "none");
        Product product = new Product(java.start(), port);
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    assertThat(product.process.isAlive()).as(() -> read(log)).isTrue();
                    return product.isReady();
                });
        return product;
    }

    ApiClient client() {
        return new ApiClient().setScheme("http").setHost("127.0.0.1").setPort(port);
    }

    private boolean isReady() {
        try {
            new SystemApi(client()).getReadiness();
            return true;
        } catch (Exception notYet) {
            return false;
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
