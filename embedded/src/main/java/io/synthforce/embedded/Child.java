package io.synthforce.embedded;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is remembered of a process that was started for a data directory, enough to tell it from any other that may come to have
 * its number.
 *
 * @param name the part that it is
 * @param started as the system gives it
 * @param mark the argument under the data directory that no other process has
 */
record Child(String name, long pid, Instant started, String mark, Ending ending, List<String> command) {

    /** The system derives start times from its clock and the time since boot, which drift apart a little. */
    private static final Duration CLOCK_DRIFT = Duration.ofSeconds(2);

    /** Whether the process is still this child and not another that was given its number later. */
    boolean is(ProcessHandle process) {
        return process.pid() == pid
                && process.info()
                        .startInstant()
                        .filter(start -> Duration.between(started, start).abs().compareTo(CLOCK_DRIFT) <= 0)
                        .isPresent()
                && hasArgument(process, mark);
    }

    static boolean hasArgument(ProcessHandle process, String argument) {
        return process.info()
                .arguments()
                .filter(arguments -> List.of(arguments).contains(argument))
                .isPresent();
    }
}
