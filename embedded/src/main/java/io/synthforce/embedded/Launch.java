package io.synthforce.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A program to start for a part, in a session of its own: Ctrl-C in a terminal then reaches this process only, which ends the
 * program when its turn comes. Of the environment it gets what a program needs to run, and none of the keys.
 *
 * @param mark the argument under the data directory by which it is told from other processes
 */
record Launch(String name, List<String> command, String mark, Ending ending, Path log) {

    private static final Set<String> ENVIRONMENT = Set.of("PATH", "HOME", "USER", "TMPDIR");

    private static final List<String> PERL_SETSID =
            List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec { $ARGV[0] } @ARGV or die $!");

    Process start() {
        return start(ownSession(), command, log);
    }

    private static Process start(List<String> prefix, List<String> command, Path log) {
        var line = new ArrayList<>(prefix);
        line.addAll(command);
        var builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().retainAll(ENVIRONMENT);
        builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new EmbeddedFailure(
                    "%s cannot be run (%s).".formatted(line.getFirst(), e.getMessage()),
                    "See that its file system allows programs to run, or choose another by SYNTHFORCE_DATA_DIR.",
                    e);
        }
    }

    /** Linux has setsid, macOS has perl. */
    private static List<String> ownSession() {
        if (SearchPath.find("setsid").isPresent()) {
            return List.of("setsid");
        }
        return SearchPath.find("perl").isPresent() ? PERL_SETSID : List.of();
    }

    /** What to show of a program that failed. */
    static String lastWords(Path log) {
        try {
            var lines = Files.readAllLines(log);
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }
}
