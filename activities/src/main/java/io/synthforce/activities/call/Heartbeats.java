package io.synthforce.activities.call;

import io.synthforce.activities.groq.GroqCall;
import io.synthforce.activities.groq.GroqOutcome;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.client.ActivityWorkerShutdownException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Beats for calls that block. Whoever loses its heartbeat (cancelled, timed out, workflow gone) aborts its call; an
 * answer that came all the same is kept. The first beat comes late enough that short calls send none.
 */
final class Heartbeats implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final ScheduledExecutorService beats = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("heartbeat-", 0).daemon().factory());

    /**
     * How a call ended.
     *
     * @param unwanted why the activity is no longer wanted, when that was learned during the call
     */
    record Beaten(GroqOutcome outcome, @Nullable ActivityCompletionException unwanted) {}

    Beaten execute(GroqCall call, ActivityExecutionContext activity) {
        AtomicReference<@Nullable ActivityCompletionException> unwanted = new AtomicReference<>();
        ScheduledFuture<?> beat = beats.scheduleAtFixedRate(
                () -> beat(call, activity, unwanted), INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        try {
            GroqOutcome outcome = call.execute();
            return new Beaten(outcome, unwanted.get());
        } finally {
            beat.cancel(false);
        }
    }

    private static void beat(
            GroqCall call,
            ActivityExecutionContext activity,
            AtomicReference<@Nullable ActivityCompletionException> unwanted) {
        try {
            activity.heartbeat("");
        } catch (ActivityWorkerShutdownException stopping) {
            // A worker that stops lets its calls end: they are paid for.
        } catch (ActivityCompletionException lost) {
            unwanted.compareAndSet(null, lost);
            call.cancel();
        }
    }

    @Override
    public void close() {
        beats.shutdownNow();
    }
}
