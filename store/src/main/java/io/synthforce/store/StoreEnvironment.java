package io.synthforce.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Tells Spring where PostgreSQL and Redis are, by {@code DATABASE_URL} and {@code REDIS_URL}. Spring's own properties go
 * first where someone sets them.
 *
 * <p>It runs last: configuration files may set the variables, and the embedded default sets those that are left out.
 */
final class StoreEnvironment implements EnvironmentPostProcessor, Ordered {

    private static final String DATASOURCE = "spring.datasource.url";
    private static final String REDIS = "spring.data.redis.url";

    /**
     * What a simulation reads is a few rows of its own among those of all: without the second line the planner takes a page
     * out of order for four times as dear, as on a spinning disk, and reads whole tables instead, and the third spares these
     * short statements a compiler.
     */
    private static final String SESSION = """
            set idle_in_transaction_session_timeout = '10s';
            set random_page_cost = 1.1;
            set jit = off\
            """;

    /**
     * Modest and impatient: a caller is told soon when there is no database, and a process that is frozen or cut off in
     * the middle of a transaction keeps its locks for a few seconds only.
     */
    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("spring.datasource.hikari.pool-name", "synthforce"),
            Map.entry("spring.datasource.hikari.minimum-idle", "${DB_POOL_MIN:5}"),
            Map.entry("spring.datasource.hikari.maximum-pool-size", "${DB_POOL_MAX:20}"),
            // Seconds become milliseconds.
            Map.entry("spring.datasource.hikari.connection-timeout", "${DB_POOL_TIMEOUT:5}000"),
            Map.entry("spring.datasource.hikari.validation-timeout", 2_000),
            Map.entry("spring.datasource.hikari.connection-init-sql", SESSION),
            Map.entry("spring.datasource.hikari.data-source-properties.ApplicationName", "synthforce"),
            Map.entry("spring.datasource.hikari.data-source-properties.connectTimeout", "5"),
            Map.entry("spring.datasource.hikari.data-source-properties.socketTimeout", "60"),
            Map.entry("spring.datasource.hikari.data-source-properties.tcpKeepAlive", "true"),
            Map.entry("spring.data.redis.connect-timeout", "2s"),
            Map.entry("spring.data.redis.timeout", "2s"),
            Map.entry("spring.data.redis.repositories.enabled", false),
            // The doorbell says once that Redis is away; the driver would say so every few seconds.
            Map.entry("logging.level.io.lettuce.core.protocol.ConnectionWatchdog", "error"));

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> addresses = new LinkedHashMap<>();
        if (!environment.containsProperty(DATASOURCE)) {
            DatabaseUrl url = value(environment, DatabaseUrl.VARIABLE)
                    .map(DatabaseUrl::parse)
                    .orElseThrow(DatabaseUrl::missing);
            addresses.put(DATASOURCE, url.jdbc());
            put(addresses, "spring.datasource.username", url.user());
            put(addresses, "spring.datasource.password", url.password());
        }
        if (!environment.containsProperty(REDIS) && !environment.containsProperty("spring.data.redis.host")) {
            addresses.put(
                    REDIS,
                    value(environment, RedisUrl.VARIABLE).map(RedisUrl::parse).orElseThrow(RedisUrl::missing));
        }
        environment.getPropertySources().addFirst(new MapPropertySource("store addresses", addresses));
        environment.getPropertySources().addLast(new MapPropertySource("store defaults", DEFAULTS));
    }

    /** An empty variable counts as unset, as compose files write it. */
    private static Optional<String> value(ConfigurableEnvironment environment, String variable) {
        return Optional.ofNullable(environment.getProperty(variable)).filter(StringUtils::hasText);
    }

    private static void put(Map<String, Object> properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }
}
