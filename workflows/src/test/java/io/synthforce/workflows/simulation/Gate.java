package io.synthforce.workflows.simulation;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** Where a fake waits until the test lets it go on. */
final class Gate {

    private boolean shut;
    private int arrivals;

    synchronized void shut() {
        shut = true;
        arrivals = 0;
    }

    synchronized void open() {
        shut = false;
        notifyAll();
    }

    synchronized void pass() {
        arrivals++;
        while (shut) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The stage was torn down", e);
            }
        }
    }

    synchronized int arrivals() {
        return arrivals;
    }

    /** Waits until as many callers as that came to the gate since it was shut. */
    void awaitArrivals(int expected) {
        await().pollInterval(Duration.ofMillis(5)).until(() -> arrivals() >= expected);
    }
}
