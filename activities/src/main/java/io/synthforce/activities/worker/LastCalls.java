package io.synthforce.activities.worker;

import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/**
 * Lets the calls under way end when the process is told to stop, before anything they need is closed: they are paid for.
 * (The starter only tells the workers to stop and does not wait for them.)
 */
final class LastCalls implements SmartLifecycle {

    /** Within the time Spring gives a phase of its shutdown. */
    private static final Duration PATIENCE = Duration.ofSeconds(17);

    /** For calls cut off to book what became of them. */
    private static final Duration AFTER_THAT = Duration.ofSeconds(2);

    private final WorkerFactory workers;
    private volatile boolean running;

    LastCalls(WorkerFactory workers) {
        this.workers = workers;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        workers.shutdown();
        workers.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (!workers.isTerminated()) {
            workers.shutdownNow();
            workers.awaitTermination(AFTER_THAT.toMillis(), TimeUnit.MILLISECONDS);
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
