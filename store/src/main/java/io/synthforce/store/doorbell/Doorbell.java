package io.synthforce.store.doorbell;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * A bell between processes over Redis pub/sub. It only says look: a lost one costs a moment, never data, so Redis may be
 * away at any time, also at start.
 */
public class Doorbell implements SmartLifecycle {

    private static final long LOOK_AT_LEAST_EVERY = Duration.ofSeconds(1).toNanos();

    private final Waiters waiters = new Waiters();
    private final Bells bells;

    public Doorbell(RedisConnectionFactory redis) {
        bells = new Bells(redis, waiters::wake);
    }

    /** Begins to hear the other processes; returns at once, whether Redis is there or not. */
    @Override
    public void start() {
        bells.start();
    }

    /** From now on only this process is heard. */
    @Override
    public void stop() {
        bells.stop();
    }

    @Override
    public boolean isRunning() {
        return bells.isRunning();
    }

    /** Started after the connections to Redis and stopped before them; those have phase 0. */
    @Override
    public int getPhase() {
        return 1;
    }

    /** Wakes whoever waits, here at once and elsewhere by Redis. Never fails and never blocks. */
    public void ring(UUID simulation) {
        waiters.wake(simulation);
        bells.send(simulation);
    }

    /**
     * Looks, and looks again at every bell and at least once a second, until there is something or time is up. An
     * interrupted waiter looks no more.
     */
    public <T> Optional<T> await(UUID simulation, Supplier<Optional<T>> look, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        Semaphore bell = waiters.enter(simulation);
        try {
            while (true) {
                bell.drainPermits();
                Optional<T> found = look.get();
                long left = deadline - System.nanoTime();
                if (found.isPresent() || left <= 0) {
                    return found;
                }
                bell.tryAcquire(Math.min(left, LOOK_AT_LEAST_EVERY), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            waiters.leave(simulation, bell);
        }
    }

    /** A place at the bell, to be closed by whoever took it. */
    public Listener listen(UUID simulation) {
        return new Listener(waiters, simulation);
    }

    /** How many simulations are waited for in this process. */
    int awaited() {
        return waiters.simulations();
    }

    /** Whether the other processes are heard. */
    boolean isListening() {
        return bells.isListening();
    }
}
