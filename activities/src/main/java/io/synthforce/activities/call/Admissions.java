package io.synthforce.activities.call;

import io.synthforce.activities.call.Routes.Route.Held;
import io.synthforce.activities.groq.ApiKey;
import io.synthforce.activities.groq.Keys;
import io.synthforce.activities.question.Scene;
import io.synthforce.store.quota.Admission;
import io.synthforce.store.quota.Admission.Ticket;
import io.synthforce.store.quota.Demand;
import io.synthforce.store.quota.Pool;
import io.synthforce.store.quota.Quotas;
import io.synthforce.store.quota.Settlement;
import io.synthforce.workflows.turn.CallKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Leave to send a request under the limits of one of the keys' organisations, or a ticket. */
final class Admissions {

    /**
     * Waits that are over by then are waited here: to fail the activity and have it made again costs more than the slot it
     * holds for so long.
     */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final Keys keys;
    private final Quotas quotas;
    private final Runnable learned;

    /** @param learned told when an answer has taught limits */
    Admissions(Keys keys, Quotas quotas, Runnable learned) {
        this.keys = keys;
        this.quotas = quotas;
        this.learned = learned;
    }

    /** Whether a request may be sent. */
    sealed interface Leave {

        /** @param key null where the endpoint needs none */
        record Given(@Nullable ApiKey key) implements Leave {}

        record Refused(Held held) implements Leave {}
    }

    /** Waits a moment if that is all it takes. */
    Leave ask(Scene scene, Draft draft) {
        long deadline = System.nanoTime() + SHORT.toNanos();
        while (true) {
            switch (once(scene, draft)) {
                case Leave.Given given -> {
                    return given;
                }
                case Leave.Refused refused -> {
                    Duration wait =
                            Duration.between(Instant.now(), refused.held().until());
                    boolean over = System.nanoTime() + wait.toNanos() > deadline;
                    if (over || Thread.currentThread().isInterrupted()) {
                        return refused;
                    }
                    LockSupport.parkNanos(wait.toNanos());
                }
            }
        }
    }

    /** Keeps a place where it is soonest, and only there. */
    Leave once(Scene scene, Draft draft) {
        Map<Pool, Ticket> tickets = new LinkedHashMap<>();
        for (ApiKey key : draft.keys()) {
            Pool pool = new Pool(keys.organisation(key), draft.request().modelAndTier());
            switch (quotas.ask(pool, demand(scene, draft))) {
                case Admission.Granted _ -> {
                    tickets.keySet().forEach(other -> quotas.withdraw(other, call(scene)));
                    return new Leave.Given(key);
                }
                case Ticket ticket -> tickets.put(pool, ticket);
            }
        }
        Pool soonest = tickets.keySet().stream()
                .min((a, b) -> after(tickets, a).compareTo(after(tickets, b)))
                .orElseThrow();
        tickets.keySet().stream()
                .filter(pool -> !pool.equals(soonest))
                .forEach(pool -> quotas.withdraw(pool, call(scene)));
        Ticket ticket = Objects.requireNonNull(tickets.get(soonest));
        return new Leave.Refused(
                new Held(draft.model(), Routes.RATE_LIMITED, Instant.now().plus(ticket.after()), ticket.place()));
    }

    void settle(Settlement settlement) {
        if (quotas.settle(settlement)) {
            learned.run();
        }
    }

    private static Duration after(Map<Pool, Ticket> tickets, Pool pool) {
        return Objects.requireNonNull(tickets.get(pool)).after();
    }

    private static Demand demand(Scene scene, Draft draft) {
        return new Demand(draft.attempt(), call(scene), scene.call().callClass(), scene.owner(), draft.tokens());
    }

    private static String call(Scene scene) {
        CallKey key = scene.call().key();
        return String.join(
                "/",
                key.simulation().toString(),
                Integer.toString(key.turn()),
                key.seat(),
                key.phase().label(),
                Integer.toString(key.round()));
    }
}
