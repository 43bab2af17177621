package io.synthforce.api.health;

import io.synthforce.api.health.HealthAnswer.Component;
import java.time.Duration;

/** A part the service needs. */
interface Part {

    String HEALTHY = "healthy";
    String UNHEALTHY = "unhealthy";

    String name();

    /** Asks it something cheap. */
    Component ask();

    /** What is told when it was waited for in vain. */
    default Component silent(Duration waited) {
        return Component.of(name(), UNHEALTHY, null, "did not answer within " + waited.toSeconds() + " s");
    }
}
