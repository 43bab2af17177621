package io.synthforce.crash;

import io.synthforce.embedded.EmbeddedOptions;
import io.synthforce.embedded.EmbeddedParts;
import io.synthforce.embedded.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** PostgreSQL or Redis outside the product, which can be frozen, killed and started again under the same address. */
final class OutsidePart implements AutoCloseable {

    private static final Path BINARIES = Path.of("target", "bin").toAbsolutePath();

    private final Path directory;
    private final EmbeddedOptions options;
    private EmbeddedParts running;

    private OutsidePart(Path directory, EmbeddedOptions options) {
        this.directory = directory;
        this.options = options;
        this.running = EmbeddedParts.start(directory, options);
    }

    static OutsidePart start(Path directory, Part part) {
        return new OutsidePart(directory, EmbeddedOptions.only(part).binaries(BINARIES));
    }

    Map<String, String> addresses() {
        return running.addresses();
    }

    void freeze() {
        processes().forEach(Signal.STOP::to);
    }

    void thaw() {
        processes().forEach(Signal.CONT::to);
    }

    void kill() {
        processes().forEach(ProcessHandle::destroyForcibly);
        Leftovers.of(directory).kill();
    }

    void restart() {
        running.close();
        running = EmbeddedParts.start(directory, options);
    }

    /** The server first, then what it forked. */
    private List<ProcessHandle> processes() {
        return Leftovers.of(directory).processes().stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .toList();
    }

    @Override
    public void close() {
        running.close();
    }
}
