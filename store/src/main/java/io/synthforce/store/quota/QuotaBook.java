package io.synthforce.store.quota;

import java.util.function.IntSupplier;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** The Redis in which workers keep their quotas together, for whoever knows the settings. */
public record QuotaBook(RedisConnectionFactory redis) {

    /** @param workers how many processes share the limits now, at least 1 */
    public Quotas open(QuotaSettings settings, IntSupplier workers) {
        return new Quotas(redis, settings, workers);
    }
}
