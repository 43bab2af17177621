package io.synthforce.store.doorbell;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * A bell between processes over Redis pub/sub. It only says look: a lost one costs a moment, never data, so Redis may be
 * away at any time, also at start.
 */
public class Doorbell implements AutoCloseable {

    private static final long LOOK_AT_LEAST_EVERY = Duration.ofSeconds(1).toNanos();

    private final Waiters waiters = new Waiters();
    private final Bells bells;

    public Doorbell(RedisConnectionFactory redis) {
        bells = new Bells(redis, waiters::wake);
    }

    /** Begins to hear the other processes; returns at once, whether Redis is there or not. */
    public void start() {
        bells.listen();
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

    /** How many simulations are waited for in this process. */
    int awaited() {
        return waiters.simulations();
    }

    @Override
    public void close() {
        bells.close();
    }
}
