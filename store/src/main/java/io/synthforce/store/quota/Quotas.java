package io.synthforce.store.quota;

import io.synthforce.store.quota.SharedPools.Asked;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * Lets calls through to the provider as its limits allow, all workers together: a call is granted, its worst case being
 * reserved, or gets a ticket with a time. Calls of a class before another go first, owners inside a class take turns, and
 * nobody starves. While Redis is away each worker goes on by itself with its share of the limits.
 */
public class Quotas implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Quotas.class);
    private static final long LOOK_EVERY = Duration.ofSeconds(1).toNanos();
    /** As a part of the provider's minute: the time for all workers to tell what they spent while Redis was away. */
    private static final int BREATHS_A_MINUTE = 30;

    private final SharedPools shared;
    private final QuotaSettings settings;
    private final IntSupplier workers;
    private final LongSupplier nanos;
    private final Map<Pool, Known> remembered = new ConcurrentHashMap<>();
    private final Map<Pool, Map<Dimension, Long>> told = new ConcurrentHashMap<>();
    private final Map<UUID, Flight> flights = new ConcurrentHashMap<>();
    private volatile @Nullable OwnPools alone;
    private volatile boolean running;

    /** @param workers how many processes share the limits now, at least 1 */
    public Quotas(RedisConnectionFactory redis, QuotaSettings settings, IntSupplier workers) {
        this(redis, settings, workers, System::nanoTime);
    }

    /** @param nanos the clock this process goes by while Redis is away */
    public Quotas(RedisConnectionFactory redis, QuotaSettings settings, IntSupplier workers, LongSupplier nanos) {
        this.nanos = nanos;
        this.shared = new SharedPools(redis, settings);
        this.settings = settings;
        this.workers = workers;
    }

    /** Never fails. A grant has to be settled; asking again for the same attempt grants it again without another cost. */
    public Admission ask(Pool pool, Demand demand) {
        Admission admission = sharedOrAlone(pool, demand);
        switch (admission) {
            case Admission.Granted _ ->
                flights.put(demand.attempt(), new Flight(pool, demand.attempt(), demand.tokens()));
            case Admission.Ticket _ -> {}
        }
        return admission;
    }

    private Admission sharedOrAlone(Pool pool, Demand demand) {
        while (true) {
            OwnPools own = alone;
            if (own == null) {
                try {
                    Asked asked = shared.ask(pool, demand);
                    remembered.put(pool, asked.known());
                    return asked.admission();
                } catch (DataAccessException away) {
                    goOnAlone(away);
                }
            } else {
                Optional<Admission> admission = own.ask(pool, demand, flying(pool));
                if (admission.isPresent()) {
                    return admission.get();
                }
                alone = null;
            }
        }
    }

    /**
     * Books what a granted call came to; a second time nothing happens.
     *
     * @return whether the pool's limits are others than the last time this was told, or this is the first time
     */
    public boolean settle(Settlement settlement) {
        Flight flight = flights.remove(settlement.attempt());
        if (flight == null) {
            return false;
        }
        OwnPools own = alone;
        if (own != null && own.settle(flight, settlement)) {
            return false;
        }
        try {
            Known known = shared.settle(flight.pool(), settlement);
            remembered.put(flight.pool(), known);
            return !known.limits().equals(told.put(flight.pool(), known.limits()));
        } catch (DataAccessException away) {
            goOnAlone(away).settle(flight, settlement);
            return false;
        }
    }

    /** What may be asked of a pool, as it was told or learned here; no entry where nothing is known. */
    public Map<Dimension, Long> limits(Pool pool) {
        Map<Dimension, Long> limits = new EnumMap<>(Dimension.class);
        limits.putAll(settings.start());
        limits.putAll(before(pool).limits());
        return limits;
    }

    /** Gives up a place in the queue. */
    public void withdraw(Pool pool, String call) {
        OwnPools own = alone;
        if (own != null) {
            own.withdraw(pool, call);
            return;
        }
        try {
            shared.withdraw(pool, call);
        } catch (DataAccessException away) {
            goOnAlone(away);
        }
    }

    /** Whether all workers count together. */
    public boolean isShared() {
        return alone == null;
    }

    private int flying(Pool pool) {
        return (int) flights.values().stream()
                .filter(flight -> flight.pool().equals(pool))
                .count();
    }

    /** As it was when Redis was last heard of: on what flowed back since nobody relies. */
    private Known before(Pool pool) {
        return remembered.getOrDefault(pool, Known.NOTHING);
    }

    private synchronized OwnPools goOnAlone(DataAccessException reason) {
        OwnPools own = alone;
        if (own == null) {
            int processes = Math.max(1, workers.getAsInt());
            LOG.warn(
                    "Redis is away; until it is back this worker keeps to 1/{} of the provider's limits. ({})",
                    processes,
                    reason.getMessage());
            own = new OwnPools(settings, this::before, processes, nanos);
            alone = own;
        }
        return own;
    }

    private void look() {
        OwnPools own = alone;
        if (own == null) {
            return;
        }
        try {
            shared.ping();
            Duration breath = settings.minute().dividedBy(BREATHS_A_MINUTE);
            own.rejoin((pool, away) -> shared.rejoin(
                    pool,
                    away,
                    breath,
                    flights.values().stream()
                            .filter(flight -> flight.pool().equals(pool))
                            .toList(),
                    own.ended(pool)));
            alone = null;
            LOG.info("Redis is back; the provider's limits are shared by all workers again.");
        } catch (DataAccessException stillAway) {
            LOG.debug("Redis is still away: {}", stillAway.getMessage());
        }
    }

    /** Returns at once, whether Redis is there or not. */
    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("quotas").start(() -> {
            while (running) {
                look();
                LockSupport.parkNanos(LOOK_EVERY);
            }
        });
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Started after the connections to Redis and stopped before them; those have phase 0. */
    @Override
    public int getPhase() {
        return 1;
    }
}
