package io.synthforce.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The processes of a data directory, on record so that a start after kill -9 can end those that outlived their parent. */
final class Children implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final SequencedMap<Child, Process> running = new LinkedHashMap<>();
    private boolean closed;

    Children(Path file) {
        this.file = file;
    }

    /**
     * Ends what an earlier start left behind, if it can be identified beyond doubt; a process that merely got the number of one
     * is left alone.
     *
     * @return what was ended, a sentence each
     */
    List<String> endOrphans() {
        var ended = recorded().stream()
                .map(this::endOrphan)
                .flatMap(Optional::stream)
                .toList();
        record();
        return ended;
    }

    private Optional<String> endOrphan(Child child) {
        var process = ProcessHandle.of(child.pid()).filter(Ending::isThere);
        if (process.isEmpty() || !Child.hasArgument(process.get(), child.mark())) {
            return Optional.empty();
        }
        if (!child.is(process.get())) {
            throw new EmbeddedFailure(
                    "Process %d uses %s like the %s of an earlier start but was not started by it, so it is left alone."
                            .formatted(child.pid(), child.mark(), child.name()),
                    "End it by hand, then start again.");
        }
        if (!child.ending().end(process.get())) {
            throw new EmbeddedFailure(
                    "%s (pid %d), left behind by an earlier start, does not end.".formatted(child.name(), child.pid()),
                    "End it by hand, then start again.");
        }
        return Optional.of("Ended %s (pid %d), left behind by an earlier start.".formatted(child.name(), child.pid()));
    }

    private List<Child> recorded() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return JSON.readValue(Files.readString(file), new TypeReference<List<Child>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw new EmbeddedFailure(
                    "%s cannot be read (%s).".formatted(file, e.getOriginalMessage()),
                    "See that no PostgreSQL, Redis or Temporal of an earlier start runs, remove the file and start again.",
                    e);
        }
    }

    /** Starts a program and puts it on record before anything else can happen. */
    synchronized Process start(Launch launch) {
        if (closed) {
            throw new EmbeddedFailure("The embedded parts were stopped while they started.", "Start again.");
        }
        var process = launch.start();
        var child = new Child(
                launch.name(),
                process.pid(),
                process.info().startInstant().orElseGet(Instant::now),
                launch.mark(),
                launch.ending(),
                launch.command());
        running.put(child, process);
        record();
        return process;
    }

    /** Runs a program to its end; it too ends early if everything is stopped meanwhile. */
    boolean succeeds(Launch launch, String input) {
        var process = start(launch);
        try {
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            end(process);
        }
    }

    /** Ends one of them. */
    synchronized void end(Process process) {
        running.sequencedEntrySet().stream()
                .filter(entry -> entry.getValue().equals(process))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::end);
    }

    private void end(Child child) {
        var process = running.get(child);
        if (process != null) {
            child.ending().end(process.toHandle());
            running.remove(child);
            record();
        }
    }

    /** Ends those that are still there, the last started first, and starts no more. */
    @Override
    public synchronized void close() {
        closed = true;
        List.copyOf(running.sequencedKeySet().reversed()).forEach(this::end);
    }

    private void record() {
        WholeFile.write(
                file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(running.sequencedKeySet()) + "\n");
    }
}
