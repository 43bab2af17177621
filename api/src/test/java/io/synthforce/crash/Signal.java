package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What a process can be told from outside. */
enum Signal {
    STOP,
    CONT,
    TERM,
    QUIT,
    KILL;

    void to(ProcessHandle process) {
        try {
            var kill = new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid()))
                    .inheritIO()
                    .start();
            assertThat(kill.waitFor()).as("kill -%s %d", name(), process.pid()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
