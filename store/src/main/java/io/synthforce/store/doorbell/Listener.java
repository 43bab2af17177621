package io.synthforce.store.doorbell;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A place at the bell of a simulation, for whoever looks again and again. A bell that rings between two waits is not
 * missed: the next wait ends at once.
 */
public final class Listener implements AutoCloseable {

    private final Waiters waiters;
    private final UUID simulation;
    private final Semaphore bell;

    Listener(Waiters waiters, UUID simulation) {
        this.waiters = waiters;
        this.simulation = simulation;
        this.bell = waiters.enter(simulation);
    }

    /**
     * Waits for the bell.
     *
     * @return whether it rang in time
     */
    public boolean await(Duration atMost) throws InterruptedException {
        boolean rang = bell.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
        bell.drainPermits();
        return rang;
    }

    @Override
    public void close() {
        waiters.leave(simulation, bell);
    }
}
