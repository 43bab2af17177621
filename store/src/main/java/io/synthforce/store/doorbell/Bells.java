package io.synthforce.store.doorbell;

import io.lettuce.core.RedisException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.Subscription;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The wire between the processes: a channel per simulation, one pattern subscription per process. The driver restores
 * the subscription after an outage; only the first connection is waited for here. (Spring's listener container is not
 * used because its start fails when Redis is away.)
 */
final class Bells {

    private static final Logger LOG = LoggerFactory.getLogger(Bells.class);
    private static final String PREFIX = "synthforce:bell:";
    private static final byte[] ALL = (PREFIX + "*").getBytes(StandardCharsets.US_ASCII);
    private static final long TRY_AGAIN = Duration.ofSeconds(1).toNanos();

    private final RedisConnectionFactory connections;
    private final StringRedisTemplate redis;
    private final Consumer<UUID> heard;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile boolean running;
    private @Nullable Subscription subscription;

    Bells(RedisConnectionFactory connections, Consumer<UUID> heard) {
        this.connections = connections;
        this.redis = new StringRedisTemplate(connections);
        this.heard = heard;
    }

    void start() {
        running = true;
        threads.execute(() -> {
            while (!subscribe()) {
                LockSupport.parkNanos(TRY_AGAIN);
            }
        });
    }

    synchronized void stop() {
        running = false;
        if (subscription != null) {
            unsubscribe(subscription);
            subscription = null;
        }
    }

    boolean isRunning() {
        return running;
    }

    synchronized boolean isListening() {
        return subscription != null;
    }

    /** On a thread of its own: a Redis that hangs must not hold up whoever has just committed. */
    void send(UUID simulation) {
        if (running) {
            threads.execute(() -> publish(simulation));
        }
    }

    /** @return whether there is nothing left to do */
    private synchronized boolean subscribe() {
        if (!running || subscription != null) {
            return true;
        }
        try {
            RedisConnection connection = connections.getConnection();
            connection.pSubscribe((message, _) -> hear(message), ALL);
            subscription = connection.getSubscription();
            return true;
        } catch (DataAccessException e) {
            noteAway(e);
            return false;
        }
    }

    /** Gives the connection back as well; when Redis is away, the factory closes it with all others. */
    private static void unsubscribe(Subscription subscription) {
        try {
            subscription.pUnsubscribe();
        } catch (RedisException | DataAccessException e) {
            LOG.debug("Redis was away when the bells were unsubscribed", e);
        }
    }

    /** Runs on the driver's thread, so it only wakes. */
    private void hear(Message message) {
        String channel = new String(message.getChannel(), StandardCharsets.US_ASCII);
        try {
            heard.accept(UUID.fromString(channel.substring(PREFIX.length())));
        } catch (IllegalArgumentException e) {
            LOG.warn("A bell for no simulation was heard: {}", channel);
        }
    }

    private void publish(UUID simulation) {
        try {
            redis.convertAndSend(PREFIX + simulation, "");
            if (away.compareAndSet(true, false)) {
                LOG.info("Redis is back; bells are heard at once again.");
            }
        } catch (DataAccessException e) {
            noteAway(e);
        }
    }

    private void noteAway(DataAccessException reason) {
        if (away.compareAndSet(false, true)) {
            LOG.warn("Redis is away; until it is back readers look once a second. ({})", reason.getMessage());
        }
    }
}
