package io.synthforce.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How a program is asked to end, before it is killed. */
enum Ending {
    /** What most programs take as a request to end in order. */
    TERMINATE(List.of("TERM"), Duration.ofSeconds(10)),

    /** PostgreSQL's fast, then immediate shutdown; on TERM it would wait for its clients to leave. */
    FAST_SHUTDOWN(List.of("INT", "QUIT"), Duration.ofSeconds(15));

    private static final Duration AFTER_KILL = Duration.ofSeconds(5);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final List<String> signals;
    private final Duration patience;

    Ending(List<String> signals, Duration patience) {
        this.signals = signals;
        this.patience = patience;
    }

    /** Ends the process, by force if it must be; false if even that did not help. */
    boolean end(ProcessHandle process) {
        if (!isThere(process)) {
            return true;
        }
        for (var signal : signals) {
            signal(process, signal);
            if (isGoneWithin(process, patience)) {
                return true;
            }
        }
        process.destroyForcibly();
        return isGoneWithin(process, AFTER_KILL);
    }

    /** Only the shell is sure to be there and to know every signal. */
    private static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            process.destroy();
        }
    }

    private static boolean isGoneWithin(ProcessHandle process, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (isThere(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return true;
    }

    /** A process that has ended but that nobody reaps, as under a container's idle first process, does not count. */
    static boolean isThere(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    private static boolean isZombie(long pid) {
        var stat = Path.of("/proc/" + pid + "/stat");
        if (!Files.exists(stat)) {
            return false;
        }
        try {
            var text = Files.readString(stat);
            return text.startsWith(" Z", text.lastIndexOf(')') + 1);
        } catch (IOException e) {
            return true;
        }
    }
}
