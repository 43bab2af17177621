package io.synthforce.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until a started program answers, and says what it wrote last if it ends or stays silent instead. */
record Readiness(Launch launch, Process process, String remedy) {

    /** Looks whether the program answers; an exception means not yet. */
    interface Probe {
        boolean answers() throws IOException;
    }

    void await(Duration limit, Probe probe) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!answers(probe)) {
            if (hasEndedWithinMillis(30)) {
                throw failure("ended with exit code " + process.exitValue());
            }
            if (System.nanoTime() > deadline) {
                throw failure("was not ready within " + limit.toSeconds() + " s");
            }
        }
    }

    private static boolean answers(Probe probe) {
        try {
            return probe.answers();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean hasEndedWithinMillis(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was interrupted while it started");
        }
    }

    private EmbeddedFailure failure(String what) {
        return new EmbeddedFailure(
                "The embedded %s %s. The end of %s:%n%s"
                        .formatted(launch.name(), what, launch.log(), Launch.lastWords(launch.log())),
                remedy);
    }
}
