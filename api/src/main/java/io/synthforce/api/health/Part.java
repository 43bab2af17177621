package io.synthforce.api.health;

import io.synthforce.api.health.HealthAnswer.Component;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A part the service needs, and how to find out whether it is there. */
record Part(String name, Probe probe) {

    static final String HEALTHY = "healthy";
    static final String UNHEALTHY = "unhealthy";

    /** Asks a part something cheap. */
    @FunctionalInterface
    interface Probe {

        /** @return whether it answered as it should */
        boolean answers();
    }

    Component ask() {
        long begin = System.nanoTime();
        boolean answers = probe.answers();
        long latency = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        return answers ? component(HEALTHY, latency, null) : component(UNHEALTHY, latency, "does not answer");
    }

    Component silent(Duration waited) {
        return component(UNHEALTHY, null, "did not answer within " + waited.toSeconds() + " s");
    }

    private Component component(String status, @Nullable Long latency, @Nullable String message) {
        return Component.of(name, status, latency, message);
    }
}
