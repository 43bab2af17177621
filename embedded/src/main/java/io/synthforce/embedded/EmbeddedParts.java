package io.synthforce.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parts that run embedded in this process, known to everyone else by their addresses only.
 *
 * <p>{@link #close()} ends them in order, Temporal first and PostgreSQL last, and can be called at any time and repeatedly.
 */
public final class EmbeddedParts implements AutoCloseable {

    private final EmbeddedOptions options;
    private final Path directory;
    private final Deque<Running> running = new ConcurrentLinkedDeque<>();
    private final List<String> remarks = new ArrayList<>();
    private volatile @Nullable DataDirectory data;
    private volatile @Nullable Children children;
    private volatile @Nullable AddressFile addressFile;
    private volatile boolean closed;

    EmbeddedParts(Path directory, EmbeddedOptions options) {
        this.directory = directory;
        this.options = options;
    }

    /**
     * Starts the parts, or none.
     *
     * @param directory where they keep their data; created if missing, locked until {@link #close()}
     * @throws EmbeddedFailure if one cannot be started
     */
    public static EmbeddedParts start(Path directory, EmbeddedOptions options) {
        var parts = new EmbeddedParts(directory, options);
        parts.start();
        return parts;
    }

    void start() {
        try {
            if (options.needDataDirectory()) {
                startPersistent();
            } else {
                start(Part.MODEL, () -> ScriptedModel.start(ScriptedModel.ANY_PORT));
            }
        } catch (RuntimeException e) {
            attempt(this::close, e);
            throw e;
        }
    }

    private void startPersistent() {
        var cli = options.parts().contains(Part.TEMPORAL)
                ? TemporalCli.find(options.temporalCli())
                : Optional.<Path>empty();
        var data = DataDirectory.claim(directory);
        this.data = data;
        var children = new Children(data.resolve("children.json"));
        this.children = children;
        remarks.addAll(children.endOrphans());
        var ports = Ports.rememberedIn(data.resolve("ports.properties"));
        var bin = options.binaries() == null ? data.resolve("bin") : options.binaries();
        start(Part.POSTGRESQL, () -> Postgres.start(data, bin, children, ports, remarks));
        start(Part.REDIS, () -> Redis.start(data, bin, children, ports));
        start(Part.TEMPORAL, () -> startTemporal(cli, data, children, ports));
        start(Part.MODEL, () -> ScriptedModel.start(ports.of("model")));
        addressFile = AddressFile.write(data.path(), addresses());
    }

    private void start(Part part, Supplier<Running> starter) {
        if (options.parts().contains(part) && !closed) {
            running.addLast(starter.get());
        }
    }

    private Running startTemporal(Optional<Path> cli, DataDirectory data, Children children, Ports ports) {
        return cli.<Running>map(program -> TemporalDevServer.start(program, options.namespace(), data, children, ports))
                .orElseGet(() -> TemporalInProcess.start(ports));
    }

    Path directory() {
        return directory;
    }

    /** The environment variables by which the parts are reached, as a second process would set them. */
    public Map<String, String> addresses() {
        var addresses = new TreeMap<String, String>();
        running.forEach(part -> addresses.putAll(part.addresses()));
        if (addresses.containsKey("TEMPORAL_ADDRESS")) {
            addresses.put("TEMPORAL_NAMESPACE", options.namespace());
        }
        return Collections.unmodifiableMap(addresses);
    }

    /** What runs, as in {@code postgresql,redis,temporal(dev-server),scripted-model}. */
    public String labels() {
        return running.stream().map(Running::label).collect(Collectors.joining(","));
    }

    /** What was noticed while starting, a sentence each. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    @Override
    public void close() {
        closed = true;
        var faults = new IllegalStateException("Not everything embedded stopped as it should");
        attempt(addressFile == null ? null : addressFile::remove, faults);
        for (var part = running.pollLast(); part != null; part = running.pollLast()) {
            attempt(part::stop, faults);
        }
        attempt(children == null ? null : children::close, faults);
        attempt(data == null ? null : data::close, faults);
        if (faults.getSuppressed().length > 0) {
            throw faults;
        }
    }

    /** One part that fails to stop must not keep the others running. */
    private static void attempt(@Nullable Runnable step, RuntimeException faults) {
        try {
            if (step != null) {
                step.run();
            }
        } catch (RuntimeException e) {
            faults.addSuppressed(e);
        }
    }
}
