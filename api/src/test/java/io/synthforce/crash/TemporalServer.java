package io.synthforce.crash;

import static java.util.Objects.requireNonNullElse;

import io.synthforce.workflows.json.Json;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A real Temporal dev server outside the product, tuned as the product tunes its own; what it knows is in a file. */
final class TemporalServer implements AutoCloseable {

    static final String MISSING =
            "No temporal CLI was found (TEMPORAL_CLI, PATH, ~/go/bin): tests on a real Temporal server are left out";

    private static final List<String> TUNING = List.of(
            "system.enableActivityEagerExecution=true",
            "matching.numTaskqueueReadPartitions=1",
            "matching.numTaskqueueWritePartitions=1",
            "history.transferProcessorMaxPollRPS=2000",
            "history.timerProcessorMaxPollRPS=2000",
            "history.timerProcessorMaxTimeShift=\"10ms\"");

    private final Path directory;
    private final int port;
    private final List<String> settings;
    private Program program;

    private TemporalServer(Path directory, int port, List<String> settings) {
        this.directory = directory;
        this.port = port;
        this.settings = settings;
        this.program = launch();
    }

    /** @param settings dynamic configuration beyond the tuning, as {@code key=value} */
    static TemporalServer start(Path directory, String... settings) {
        return new TemporalServer(directory, FreePort.draw(), List.of(settings));
    }

    static Optional<Path> cli() {
        var asked = requireNonNullElse(System.getenv("TEMPORAL_CLI"), "");
        var named = asked.isBlank() ? Stream.<Path>empty() : Stream.of(Path.of(asked));
        var found =
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(entry -> Path.of(entry, "temporal"));
        var installed = Stream.of(Path.of(System.getProperty("user.home"), "go", "bin", "temporal"));
        return Stream.of(named, found, installed)
                .flatMap(path -> path)
                .filter(Files::isExecutable)
                .findFirst();
    }

    int port() {
        return port;
    }

    void kill() {
        program.kill();
    }

    /** How it stands with the newest run of a workflow. */
    String statusOf(String workflow) {
        return describe(workflow)
                .at("/workflowExecutionInfo/status")
                .asString("")
                .replace("WORKFLOW_EXECUTION_STATUS_", "");
    }

    /** Whether workers have its activities or they wait to be given to one. */
    List<String> statesOfActivitiesOf(String workflow) {
        return describe(workflow)
                .path("pendingActivities")
                .valueStream()
                .map(activity -> activity.path("state").asString("").replace("PENDING_ACTIVITY_STATE_", ""))
                .toList();
    }

    /** Ends the newest run of a workflow as an operator would. */
    void terminate(String workflow) {
        ask("terminate", workflow);
    }

    private JsonNode describe(String workflow) {
        return Json.mapper().readTree(ask("describe", workflow, "-o", "json"));
    }

    private String ask(String what, String workflow, String... options) {
        try {
            var command = new ArrayList<>(List.of(cli().orElseThrow().toString(), "workflow", what));
            command.addAll(List.of("--address", "127.0.0.1:" + port, "-w", workflow));
            command.addAll(List.of(options));
            var asked = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts again on the same port with nothing of what it knew. */
    void replace() {
        kill();
        for (var suffix : List.of("", "-wal", "-shm")) {
            try {
                Files.deleteIfExists(directory.resolve("temporal.db" + suffix));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        restart();
    }

    /** Starts again on the same port and file. */
    void restart() {
        program = launch();
    }

    void freeze() {
        program.freeze();
    }

    void thaw() {
        program.thaw();
    }

    private Program launch() {
        var started = Program.start(directory.resolve("temporal.log"), Map.of(), command());
        started.awaitUntil("answered", Duration.ofSeconds(30), this::listens);
        return started;
    }

    private List<String> command() {
        var cli = cli().orElseThrow().toString();
        var command = new ArrayList<>(List.of(cli, "server", "start-dev", "--headless", "--log-level", "warn"));
        command.addAll(List.of("--ip", "127.0.0.1", "--port", Integer.toString(port)));
        command.addAll(List.of("--db-filename", directory.resolve("temporal.db").toString()));
        for (var pragma : List.of("journal_mode=WAL", "synchronous=NORMAL")) {
            command.addAll(List.of("--sqlite-pragma", pragma));
        }
        Stream.concat(TUNING.stream(), settings.stream())
                .forEach(value -> command.addAll(List.of("--dynamic-config-value", value)));
        return command;
    }

    private boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
