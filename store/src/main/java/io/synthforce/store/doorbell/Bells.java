package io.synthforce.store.doorbell;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The wire between the processes: a channel per simulation, one pattern subscription per process. The driver restores
 * the subscription after an outage; only the first connection is waited for here. (Spring's listener container is not
 * used because its start fails when Redis is away.)
 */
final class Bells implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bells.class);
    private static final String PREFIX = "synthforce:bell:";
    private static final long TRY_AGAIN_SECONDS = 1;

    private final RedisConnectionFactory connections;
    private final StringRedisTemplate redis;
    private final Consumer<UUID> heard;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile @Nullable RedisConnection subscription;

    Bells(RedisConnectionFactory connections, Consumer<UUID> heard) {
        this.connections = connections;
        this.redis = new StringRedisTemplate(connections);
        this.heard = heard;
    }

    void listen() {
        threads.execute(() -> {
            try {
                while (!subscribe() && !closed.await(TRY_AGAIN_SECONDS, TimeUnit.SECONDS)) {
                    LOG.debug("Trying again to hear the bells.");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** On a thread of its own: a Redis that hangs must not hold up whoever has just committed. */
    void send(UUID simulation) {
        if (closed.getCount() > 0) {
            threads.execute(() -> publish(simulation));
        }
    }

    boolean isListening() {
        return subscription != null;
    }

    @Override
    public void close() {
        closed.countDown();
        threads.close();
        RedisConnection connection = subscription;
        if (connection != null) {
            connection.close();
        }
    }

    private boolean subscribe() {
        try {
            RedisConnection connection = connections.getConnection();
            connection.pSubscribe((message, _) -> hear(message), (PREFIX + "*").getBytes(StandardCharsets.US_ASCII));
            subscription = connection;
            return true;
        } catch (DataAccessException e) {
            noteAway(e);
            return false;
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
