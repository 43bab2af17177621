package io.synthforce.store.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * What clients have spent, known to all processes by Redis. While Redis is away each process counts for itself, from
 * full, so an outage neither locks anyone out nor opens the door.
 */
public class RateLimits implements SmartLifecycle {

    private static final int CLIENTS = 10_000;
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final Cache<String, Bucket> own = Caffeine.newBuilder()
            .maximumSize(CLIENTS)
            .expireAfterAccess(FORGOTTEN_AFTER)
            .build();
    private final SharedBuckets shared;

    public RateLimits(LettuceConnectionFactory redis) {
        this(redis, PATIENCE);
    }

    RateLimits(LettuceConnectionFactory redis, Duration patience) {
        shared = new SharedBuckets(redis, patience, CLIENTS);
    }

    /** Spends a client's units if there are as many. Never fails, and never waits for a Redis that is known to be away. */
    public Verdict spend(Allowance allowance, String client, long units) {
        String key = allowance.key(client);
        return shared.spend(key, allowance, units).orElseGet(() -> spendHere(key, allowance, units));
    }

    private Verdict spendHere(String key, Allowance allowance, long units) {
        Bucket bucket = own.get(
                key, _ -> Bucket.builder().addLimit(allowance.bandwidth()).build());
        return Verdict.of(bucket.tryConsumeAndReturnRemaining(units));
    }

    /** Whether Redis counts. */
    boolean isShared() {
        return shared.isThere();
    }

    /** Returns at once, whether Redis is there or not. */
    @Override
    public void start() {
        shared.start();
    }

    @Override
    public void stop() {
        shared.stop();
    }

    @Override
    public boolean isRunning() {
        return shared.isRunning();
    }

    /** Started after the connections to Redis and stopped before them; those have phase 0. */
    @Override
    public int getPhase() {
        return 1;
    }
}
