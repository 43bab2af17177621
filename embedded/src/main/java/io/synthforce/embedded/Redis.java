package io.synthforce.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import redis.embedded.RedisExecProvider;

/** Redis on loopback; it holds bells and limits only, so a snapshot now and then is all the durability it needs. */
final class Redis implements Running {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Children children;
    private final Process process;
    private final int port;

    private Redis(Children children, Process process, int port) {
        this.children = children;
        this.process = process;
        this.port = port;
    }

    static Redis start(DataDirectory data, Path bin, Children children, Ports ports) {
        var port = ports.of("redis");
        var launch = new Launch(
                "redis",
                List.of(program(bin).toString(), configuration(data, port).toString()),
                data.resolve("redis").resolve("redis.conf").toString(),
                Ending.TERMINATE,
                data.freshLog("redis"));
        var redis = new Redis(children, children.start(launch), port);
        new Readiness(launch, redis.process, "Set REDIS_URL to use another Redis.").await(PATIENCE, redis::answers);
        return redis;
    }

    /** The title stays as it was started: the configuration file in it tells this Redis from others. */
    private static Path configuration(DataDirectory data, int port) {
        try {
            var directory = Files.createDirectories(data.resolve("redis"));
            return Files.writeString(directory.resolve("redis.conf"), """
                    bind 127.0.0.1
                    port %d
                    dir "%s"
                    save 60 1
                    appendonly no
                    stop-writes-on-bgsave-error no
                    shutdown-on-sigterm force
                    set-proc-title no
                    """.formatted(
                            port, directory.toString().replace("\\", "\\\\").replace("\"", "\\\"")));
        } catch (IOException e) {
            throw cannotPrepare(e);
        }
    }

    private static Path program(Path bin) {
        var name = "redis-server-%s-%s-%s"
                .formatted(RedisExecProvider.redisVersion, Platform.system(), Platform.redisArchitecture());
        var program = bin.resolve(name);
        if (SearchPath.isProgram(program)) {
            return program;
        }
        try (var stream = Redis.class.getResourceAsStream("/" + name)) {
            if (stream == null) {
                throw new EmbeddedFailure(
                        "There is no embedded Redis for %s.".formatted(Platform.describe()),
                        "Set REDIS_URL to a Redis server.");
            }
            Files.createDirectories(bin);
            var draft = Files.createTempFile(bin, "redis-server", ".new");
            Files.copy(stream, draft, StandardCopyOption.REPLACE_EXISTING);
            if (!draft.toFile().setExecutable(true, false)) {
                throw new IOException(draft + " cannot be made executable");
            }
            return Files.move(draft, program, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw cannotPrepare(e);
        }
    }

    private static EmbeddedFailure cannotPrepare(IOException e) {
        return new EmbeddedFailure(
                "Redis cannot be prepared (%s).".formatted(e),
                "Make room, choose another data directory by SYNTHFORCE_DATA_DIR, or set REDIS_URL.",
                e);
    }

    private boolean answers() throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = socket.getInputStream().readNBytes("+PONG".length());
            return new String(answer, StandardCharsets.US_ASCII).equals("+PONG");
        }
    }

    @Override
    public String label() {
        return "redis";
    }

    @Override
    public Map<String, String> addresses() {
        return Map.of("REDIS_URL", "redis://127.0.0.1:%d/0".formatted(port));
    }

    @Override
    public void stop() {
        children.end(process);
    }
}
