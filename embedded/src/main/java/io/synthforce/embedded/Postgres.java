package io.synthforce.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** PostgreSQL on loopback, as durable as a production server: what it acknowledged survives a kill. */
final class Postgres implements Running {

    /** Long enough to replay its log after a kill. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Children children;
    private final Process process;
    private final int port;

    private Postgres(Children children, Process process, int port) {
        this.children = children;
        this.process = process;
        this.port = port;
    }

    static Postgres start(DataDirectory data, Path bin, Children children, Ports ports, List<String> remarks) {
        var log = data.freshLog("postgresql");
        var binaries = PostgresBinaries.unpackedIn(bin);
        var cluster = PostgresCluster.in(data, binaries, children, log);
        cluster.endOrphan().ifPresent(remarks::add);
        var port = ports.of("postgresql");
        var launch = cluster.server(command(binaries, cluster, port), log);
        var process = children.start(launch);
        new Readiness(launch, process, "Set DATABASE_URL to use another PostgreSQL.")
                .await(PATIENCE, () -> cluster.isReady(process));
        return new Postgres(children, process, port);
    }

    /** No Unix socket: its path would not fit for a long data directory, and nobody uses it. */
    private static List<String> command(PostgresBinaries binaries, PostgresCluster cluster, int port) {
        var command = binaries.command(
                cluster.prefix(), "postgres", "-D", cluster.directory().toString());
        for (var setting : List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=200",
                "fsync=on",
                "full_page_writes=on",
                "synchronous_commit=on",
                "log_checkpoints=off",
                "timezone=UTC",
                "log_timezone=UTC")) {
            command.addAll(List.of("-c", setting));
        }
        return command;
    }

    @Override
    public String label() {
        return "postgresql";
    }

    @Override
    public Map<String, String> addresses() {
        return Map.of("DATABASE_URL", "postgresql://synthforce@127.0.0.1:%d/synthforce".formatted(port));
    }

    @Override
    public void stop() {
        children.end(process);
    }
}
