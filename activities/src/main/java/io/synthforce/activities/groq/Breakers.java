package io.synthforce.activities.groq;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A circuit breaker per model: after a few failures in a row nothing is asked of it for a while, then one call tries; the
 * while grows with every try that fails. It exists so that an outage costs time instead of the attempts of every call.
 * Who is held back needs to know until when, to have itself woken then. Safe for use by many threads.
 */
public final class Breakers {

    static final int FAILURES = 3;
    static final Duration FIRST = Duration.ofSeconds(5);
    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(Breakers.class);

    private final Map<String, Circuit> circuits = new HashMap<>();
    private final InstantSource clock;

    public Breakers(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @param openUntil null while the model answers
     * @param trying whether one call was let through to see; calls from before the pause prove nothing when they fail
     */
    private record Circuit(
            int failures, Duration pause, @Nullable Instant openUntil, boolean trying, boolean gone) {
        static final Circuit CLOSED = new Circuit(0, FIRST, null, false, false);
    }

    /**
     * A model that is not asked for now.
     *
     * @param gone whether it was retired or is forbidden, rather than failing
     */
    public record Held(Instant until, boolean gone) {}

    /**
     * Asks leave for one call. When the pause is over, the first who asks is let through and the others are held back for
     * as long again, unless the try succeeds.
     *
     * @return empty when the call may be made
     */
    public synchronized Optional<Held> held(String model) {
        var circuit = circuits.getOrDefault(model, Circuit.CLOSED);
        var until = circuit.openUntil();
        if (until == null) {
            return Optional.empty();
        }
        var now = clock.instant();
        if (until.isAfter(now)) {
            return Optional.of(new Held(until, circuit.gone()));
        }
        circuits.put(
                model,
                new Circuit(circuit.failures(), circuit.pause(), now.plus(circuit.pause()), true, circuit.gone()));
        return Optional.empty();
    }

    /** Whether the model is not asked for now, without asking leave. */
    public synchronized Optional<Held> pausing(String model) {
        var circuit = circuits.getOrDefault(model, Circuit.CLOSED);
        var until = circuit.openUntil();
        return until != null && until.isAfter(clock.instant())
                ? Optional.of(new Held(until, circuit.gone()))
                : Optional.empty();
    }

    /** @return whether the model was known to be out, so that the failure says nothing about the call that met it */
    public synchronized boolean failed(String model) {
        var circuit = circuits.getOrDefault(model, Circuit.CLOSED);
        if (circuit.openUntil() != null) {
            if (circuit.trying()) {
                open(model, shorter(circuit.pause().multipliedBy(2), LONGEST), circuit.gone());
            }
            return true;
        }
        if (circuit.failures() + 1 == FAILURES) {
            open(model, FIRST, false);
        } else {
            circuits.put(model, new Circuit(circuit.failures() + 1, FIRST, null, false, false));
        }
        return false;
    }

    /** The model was retired or may not be used; that may change, so it is tried again now and then. */
    public synchronized void gone(String model) {
        open(model, LONGEST, true);
    }

    public synchronized void succeeded(String model) {
        if (circuits.remove(model) instanceof Circuit circuit && circuit.openUntil() != null) {
            LOG.info("model {} answers again", model);
        }
    }

    private void open(String model, Duration pause, boolean gone) {
        LOG.warn("model {} is not asked for {} s", model, pause.toSeconds());
        circuits.put(model, new Circuit(FAILURES, pause, clock.instant().plus(pause), false, gone));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
