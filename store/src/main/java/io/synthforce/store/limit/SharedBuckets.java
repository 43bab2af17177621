package io.synthforce.store.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Buckets in Redis, over a connection of their own. The first request that finds Redis away or too slow pays for it with
 * its patience; from then on nobody asks until a look from beside, once a second, has found it back.
 */
final class SharedBuckets {

    private static final Logger LOG = LoggerFactory.getLogger(SharedBuckets.class);
    private static final Duration KEPT_BEYOND_FULL = Duration.ofSeconds(10);
    private static final long LOOK_EVERY = Duration.ofSeconds(1).toNanos();

    private final LettuceConnectionFactory redis;
    private final Duration patience;

    /** Kept, because concurrent requests of one client are sent together only through the same bucket. */
    private final Cache<String, Bucket> buckets;

    private final AtomicBoolean toldAway = new AtomicBoolean();
    private volatile boolean running;
    private volatile boolean there;
    private @Nullable StatefulRedisConnection<byte[], byte[]> connection;
    private volatile @Nullable ProxyManager<byte[]> manager;

    SharedBuckets(LettuceConnectionFactory redis, Duration patience, int clients) {
        this.redis = redis;
        this.patience = patience;
        this.buckets = Caffeine.newBuilder().maximumSize(clients).build();
    }

    /** @return empty while Redis is away */
    Optional<Verdict> spend(String key, Allowance allowance, long units) {
        ProxyManager<byte[]> proxies = manager;
        if (!there || proxies == null) {
            return Optional.empty();
        }
        try {
            Bucket bucket = buckets.get(key, _ -> bucket(proxies, key, allowance));
            return Optional.of(Verdict.of(bucket.tryConsumeAndReturnRemaining(units)));
        } catch (RuntimeException failed) { // The library has no common type for them, and none may fail a request.
            there = false;
            tellAway(failed);
            return Optional.empty();
        }
    }

    private static Bucket bucket(ProxyManager<byte[]> proxies, String key, Allowance allowance) {
        BucketConfiguration configuration =
                BucketConfiguration.builder().addLimit(allowance.bandwidth()).build();
        return proxies.builder()
                .withOptimization(Optimizations.batching())
                .build(key.getBytes(StandardCharsets.UTF_8), () -> configuration);
    }

    boolean isThere() {
        return there;
    }

    boolean isRunning() {
        return running;
    }

    void start() {
        running = true;
        Thread.ofVirtual().name("rate-limits").start(() -> {
            while (running) {
                if (!there) {
                    look();
                }
                LockSupport.parkNanos(LOOK_EVERY);
            }
        });
    }

    synchronized void stop() {
        running = false;
        there = false;
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    private synchronized void look() {
        if (!running) {
            return;
        }
        try {
            connected().sync().ping();
            there = true;
            if (toldAway.compareAndSet(true, false)) {
                LOG.info("Redis is back; clients are limited over all processes again.");
            }
        } catch (RedisException away) {
            tellAway(away);
        }
    }

    private StatefulRedisConnection<byte[], byte[]> connected() {
        StatefulRedisConnection<byte[], byte[]> known = connection;
        if (known == null) {
            known = ((RedisClient) redis.getRequiredNativeClient()).connect(ByteArrayCodec.INSTANCE);
            connection = known;
            manager = Bucket4jLettuce.casBasedBuilder(known)
                    .requestTimeout(patience)
                    .expirationAfterWrite(
                            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_BEYOND_FULL))
                    .build();
        }
        return known;
    }

    private void tellAway(RuntimeException reason) {
        if (toldAway.compareAndSet(false, true)) {
            LOG.warn(
                    "Redis is away; until it is back each process limits its clients by itself. ({})",
                    reason.getMessage());
        }
    }
}
