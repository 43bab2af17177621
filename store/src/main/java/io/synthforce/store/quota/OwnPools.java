package io.synthforce.store.quota;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** The pools of one process from the moment Redis was found away until it is back. */
final class OwnPools {

    private final Map<Pool, OwnPool> pools = new HashMap<>();
    private final Map<Pool, List<UUID>> ended = new HashMap<>();
    private final Function<Pool, Known> before;
    private final QuotaSettings settings;
    private final int processes;
    private final LongSupplier nanos;
    private boolean over;

    OwnPools(QuotaSettings settings, Function<Pool, Known> before, int processes, LongSupplier nanos) {
        this.settings = settings;
        this.before = before;
        this.processes = processes;
        this.nanos = nanos;
    }

    /** @return empty when Redis is back */
    synchronized Optional<Admission> ask(Pool pool, Demand demand, int flying) {
        return over ? Optional.empty() : Optional.of(own(pool).ask(demand, flying));
    }

    /** @return whether it is settled; else Redis is back */
    synchronized boolean settle(Flight flight, Settlement settlement) {
        if (over) {
            return false;
        }
        own(flight.pool()).settle(settlement, flight.tokens());
        ended.computeIfAbsent(flight.pool(), _ -> new ArrayList<>()).add(flight.attempt());
        return true;
    }

    synchronized void withdraw(Pool pool, String call) {
        own(pool).withdraw(call);
    }

    /** Tells all that was spent; when that has succeeded, this is over. */
    synchronized void rejoin(BiConsumer<Pool, Away> tell) {
        pools.forEach((pool, own) -> tell.accept(pool, own.balance()));
        over = true;
    }

    synchronized List<UUID> ended(Pool pool) {
        return List.copyOf(ended.getOrDefault(pool, List.of()));
    }

    private OwnPool own(Pool pool) {
        return pools.computeIfAbsent(pool, p -> new OwnPool(settings, before.apply(p), processes, nanos));
    }
}
