package io.synthforce.store.doorbell;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** A bell between processes over Redis pub/sub. It only says look: a lost one costs a moment, never data. */
public class Doorbell {

    public void ring(UUID simulation) {
        throw new UnsupportedOperationException();
    }

    /** Looks, and looks again at every bell and at least once a second, until there is something or time is up. */
    public <T> Optional<T> await(UUID simulation, Supplier<Optional<T>> look, Duration atMost) {
        throw new UnsupportedOperationException();
    }
}
