package io.synthforce.api.health;

import io.synthforce.api.health.HealthAnswer.Component;
import java.time.Duration;

/** A part that answers or does not. */
record ProbedPart(String name, Probe probe) implements Part {

    /** Asks a part something cheap. */
    @FunctionalInterface
    interface Probe {

        /** @return whether it answered as it should */
        boolean answers();
    }

    @Override
    public Component ask() {
        long begin = System.nanoTime();
        boolean answers = probe.answers();
        long latency = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        return answers
                ? Component.of(name, HEALTHY, latency, null)
                : Component.of(name, UNHEALTHY, latency, "does not answer");
    }
}
