package io.synthforce.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real Temporal server with its web UI and a database file, from the {@code temporal} program; its histories survive a kill. */
final class TemporalDevServer implements Running {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Without these a single busy simulation stalls for seconds (partitions) or waits for throttled queues. */
    private static final List<String> TUNING = List.of(
            "system.enableActivityEagerExecution=true",
            "matching.numTaskqueueReadPartitions=1",
            "matching.numTaskqueueWritePartitions=1",
            "history.transferProcessorMaxPollRPS=2000",
            "history.timerProcessorMaxPollRPS=2000",
            "history.timerProcessorMaxTimeShift=\"10ms\"");

    private final Children children;
    private final Process process;
    private final String address;
    private final String ui;

    private TemporalDevServer(Children children, Process process, int port, int uiPort) {
        this.children = children;
        this.process = process;
        this.address = "127.0.0.1:" + port;
        this.ui = "http://127.0.0.1:" + uiPort;
    }

    static TemporalDevServer start(Path cli, String namespace, DataDirectory data, Children children, Ports ports) {
        var file = data.resolve("temporal.db").toString();
        var port = ports.of("temporal");
        var uiPort = ports.of("temporal-ui");
        var launch = new Launch(
                "temporal",
                command(cli, namespace, file, port, uiPort),
                file,
                Ending.TERMINATE,
                data.freshLog("temporal"));
        var server = new TemporalDevServer(children, children.start(launch), port, uiPort);
        var remedy =
                "Set TEMPORAL_CLI=none for Temporal in this process, or TEMPORAL_ADDRESS to use another Temporal; if the log finds fault with %s, remove that file: simulations revive from PostgreSQL."
                        .formatted(file);
        try (var namespaceProbe = new NamespaceProbe(server.address, namespace)) {
            new Readiness(launch, server.process, remedy).await(PATIENCE, namespaceProbe::exists);
        }
        return server;
    }

    private static List<String> command(Path cli, String namespace, String file, int port, int uiPort) {
        var command = new ArrayList<>(List.of(cli.toString(), "server", "start-dev", "--namespace", namespace));
        command.addAll(List.of("--ip", "127.0.0.1", "--port", Integer.toString(port)));
        command.addAll(List.of("--ui-ip", "127.0.0.1", "--ui-port", Integer.toString(uiPort)));
        command.addAll(List.of("--log-level", "warn", "--db-filename", file));
        for (var pragma : List.of("journal_mode=WAL", "synchronous=NORMAL")) {
            command.addAll(List.of("--sqlite-pragma", pragma));
        }
        for (var value : TUNING) {
            command.addAll(List.of("--dynamic-config-value", value));
        }
        return command;
    }

    @Override
    public String label() {
        return "temporal(dev-server)";
    }

    @Override
    public Map<String, String> addresses() {
        return Map.of("TEMPORAL_ADDRESS", address, "TEMPORAL_UI_URL", ui);
    }

    @Override
    public void stop() {
        children.end(process);
    }
}
