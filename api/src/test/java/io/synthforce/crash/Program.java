package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A program in a process of its own, which can be killed, frozen and told to end, and whose output is kept in a file. */
final class Program implements AutoCloseable {

    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "USER", "TMPDIR", "LANG");

    private final String name;
    private final Process process;
    private final Path output;

    private Program(String name, Process process, Path output) {
        this.name = name;
        this.process = process;
        this.output = output;
    }

    static Program start(Path output, Map<String, String> environment, List<String> command) {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(environment);
        try {
            return new Program(output.getFileName().toString(), builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitUntil(String what, Duration limit, BooleanSupplier condition) {
        await(name + " " + what)
                .pollInterval(Duration.ofMillis(20))
                .atMost(limit)
                .until(() -> {
                    assertThat(isAlive())
                            .as("%s ended before it %s:%n%s", name, what, output())
                            .isTrue();
                    return condition.getAsBoolean();
                });
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** {@code kill -9}, also of one that is frozen. */
    void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(10));
    }

    void freeze() {
        Signal.STOP.to(process.toHandle());
    }

    void thaw() {
        Signal.CONT.to(process.toHandle());
    }

    /** SIGTERM, as a user or an orchestrator stops it; returns the exit status. */
    int terminate(Duration limit) {
        Signal.TERM.to(process.toHandle());
        awaitEnd(limit);
        return process.exitValue();
    }

    private void awaitEnd(Duration limit) {
        try {
            assertThat(process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS))
                    .as("%s ended within %s:%n%s", name, limit, output())
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (isAlive()) {
            kill();
        }
    }
}
