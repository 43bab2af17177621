package io.synthforce.crash;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;

/** Processes whose command line names a data directory: those a product started for itself. */
record Leftovers(Path dataDirectory) {

    static Leftovers of(Path dataDirectory) {
        return new Leftovers(dataDirectory);
    }

    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> commandLine(process).contains(dataDirectory.toString()))
                .toList();
    }

    /** What they are, for a message. */
    List<String> commandLines() {
        return processes().stream().map(Leftovers::commandLine).toList();
    }

    ProcessHandle named(String program) {
        return processes().stream()
                .filter(process -> commandLine(process).contains(program))
                .findFirst()
                .orElseThrow();
    }

    void kill() {
        processes().forEach(ProcessHandle::destroyForcibly);
        await("the end of what " + dataDirectory + " left")
                .until(() -> processes().isEmpty());
    }

    /** Of a zombie there is none, so one that nobody reaps does not count. */
    private static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }
}
