package io.synthforce.workflows.simulation;

import io.temporal.testing.TemporalDevServerOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Temporal server, where its command line tool is found. */
public final class DevServer {

    private DevServer() {}

    /** {@code TEMPORAL_CLI}, then {@code PATH}, then where Go installs it. */
    public static Optional<Path> cli() {
        Stream<Path> named = Stream.ofNullable(System.getenv("TEMPORAL_CLI")).map(Path::of);
        Stream<Path> onPath = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "temporal"));
        Path installedByGo = Path.of(System.getProperty("user.home"), "go", "bin", "temporal");
        return Stream.of(named, onPath, Stream.of(installedByGo))
                .flatMap(paths -> paths)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * @param suggestion events after which the server suggests to continue as new
     * @param others workflows that are played beside simulations
     */
    static Server open(int suggestion, Class<?>... others) {
        return new Server(start(Server.options(), suggestion), others);
    }

    /** @param suggestion events after which the server suggests to continue as new */
    public static TestWorkflowEnvironment start(TestEnvironmentOptions environment, int suggestion) {
        List<String> arguments = new ArrayList<>();
        for (String setting : List.of(
                "limit.historyCount.suggestContinueAsNew=" + suggestion,
                "matching.numTaskqueueReadPartitions=1",
                "matching.numTaskqueueWritePartitions=1")) {
            arguments.addAll(List.of("--dynamic-config-value", setting));
        }
        TemporalDevServerOptions options = TemporalDevServerOptions.newBuilder()
                .setExistingPath(cli().orElseThrow().toString())
                .setDownloadEnabled(false)
                .setLogLevel("error")
                .setExtraArgs(arguments)
                .build();
        return TestWorkflowEnvironment.startLocal(environment, options);
    }
}
