package io.synthforce.store.doorbell;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Semaphore;

/** Who in this process waits at which bell. A bell rung while nobody looks is kept until its waiter looks again. */
final class Waiters {

    private final ConcurrentMap<UUID, Set<Semaphore>> waiting = new ConcurrentHashMap<>();

    /** A bell of its own for one waiter, to be handed back by {@link #leave}. */
    Semaphore enter(UUID simulation) {
        Semaphore bell = new Semaphore(0);
        waiting.compute(simulation, (_, bells) -> {
            Set<Semaphore> all = bells == null ? new CopyOnWriteArraySet<>() : bells;
            all.add(bell);
            return all;
        });
        return bell;
    }

    void leave(UUID simulation, Semaphore bell) {
        waiting.computeIfPresent(simulation, (_, bells) -> {
            bells.remove(bell);
            return bells.isEmpty() ? null : bells;
        });
    }

    void wake(UUID simulation) {
        waiting.getOrDefault(simulation, Set.of()).forEach(Semaphore::release);
    }

    int simulations() {
        return waiting.size();
    }
}
