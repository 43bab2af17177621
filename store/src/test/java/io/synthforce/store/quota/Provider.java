package io.synthforce.store.quota;

import io.synthforce.store.quota.Admission.Granted;
import io.synthforce.store.quota.Admission.Ticket;
import io.synthforce.workflows.turn.CallClass;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One worker's dealings with a pool of a provider, told shortly. */
record Provider(Quotas quotas, Pool pool) {

    static final String OWNER = "someone";

    /** An attempt of a call that was granted. */
    UUID granted(String call, CallClass why, String owner, long tokens) {
        UUID attempt = UUID.randomUUID();
        Admission admission = quotas.ask(pool, new Demand(attempt, call, why, owner, tokens));
        if (!(admission instanceof Granted)) {
            throw new AssertionError(call + " got " + admission);
        }
        return attempt;
    }

    UUID granted(String call, long tokens) {
        return granted(call, CallClass.NEXT, OWNER, tokens);
    }

    Ticket ticket(String call, CallClass why, String owner, long tokens) {
        Admission admission = quotas.ask(pool, new Demand(UUID.randomUUID(), call, why, owner, tokens));
        if (admission instanceof Ticket ticket) {
            return ticket;
        }
        throw new AssertionError(call + " was granted");
    }

    Ticket ticket(String call, long tokens) {
        return ticket(call, CallClass.NEXT, OWNER, tokens);
    }

    boolean isGranted(String call, CallClass why, String owner, long tokens) {
        return quotas.ask(pool, new Demand(UUID.randomUUID(), call, why, owner, tokens)) instanceof Granted;
    }

    boolean isGranted(String call, long tokens) {
        return isGranted(call, CallClass.NEXT, OWNER, tokens);
    }

    void used(UUID attempt, long tokens) {
        quotas.settle(new Settlement(attempt, tokens, true, true, Duration.ZERO, null, null));
    }

    void read(UUID attempt, long tokens, Reading reading) {
        quotas.settle(new Settlement(attempt, tokens, true, true, Duration.ZERO, reading, null));
    }

    void refused(
            UUID attempt,
            @Nullable Dimension dimension,
            long most,
            @Nullable Long used,
            long requested,
            @Nullable Duration retryAfter) {
        quotas.settle(new Settlement(
                attempt,
                0L,
                true,
                true,
                Duration.ZERO,
                null,
                new Settlement.Refusal(dimension, most, used, requested, retryAfter)));
    }
}
