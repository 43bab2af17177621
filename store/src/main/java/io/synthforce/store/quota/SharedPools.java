package io.synthforce.store.quota;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** The pools as all workers share them, in Redis; one round trip each. */
final class SharedPools {

    /** For a waiting call to come back after its time, before others stop keeping its place. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final RedisConnectionFactory connections;
    private final StringRedisTemplate redis;
    private final QuotaSettings settings;

    SharedPools(RedisConnectionFactory connections, QuotaSettings settings) {
        this.connections = connections;
        this.redis = new StringRedisTemplate(connections);
        this.settings = settings;
    }

    /** What was answered, with what is known of the pool by that. */
    record Asked(Admission admission, Known known) {}

    Asked ask(Pool pool, Demand demand) {
        List<Object> arguments = arguments(
                demand.attempt(),
                demand.call(),
                demand.why().ordinal(),
                demand.owner().replace('|', '/'),
                demand.tokens(),
                settings.lifetime().toMillis(),
                GRACE.toMillis(),
                settings.careful());
        for (Dimension dimension : Dimension.values()) {
            arguments.add(settings.starting(dimension));
        }
        List<Long> reply = run(Script.ASK, pool, arguments);
        Admission admission = reply.get(0) == 1
                ? new Admission.Granted()
                : new Admission.Ticket(
                        Duration.ofMillis(reply.get(1)), reply.get(2).intValue());
        return new Asked(admission, Known.in(reply));
    }

    Known settle(Pool pool, Settlement settlement) {
        Reading reading = settlement.reading();
        Settlement.Refusal refusal = settlement.refusal();
        Dimension dimension = refusal == null ? null : refusal.dimension();
        return Known.in(run(
                Script.SETTLE,
                pool,
                arguments(
                        settlement.attempt(),
                        orUnknown(settlement.used()),
                        settlement.sent() ? 1 : 0,
                        settlement.took().toMillis(),
                        settlement.answered() ? 1 : 0,
                        reading == null ? -1 : reading.limitRequests(),
                        reading == null ? -1 : reading.remainingRequests(),
                        reading == null ? -1 : reading.limitTokens(),
                        reading == null ? -1 : reading.remainingTokens(),
                        dimension == null ? "" : dimension.label(),
                        refusal == null ? 0 : refusal.most(),
                        refusal == null ? -1 : orUnknown(refusal.used()),
                        refusal == null ? 0 : refusal.requested(),
                        refusal == null || refusal.retryAfter() == null
                                ? 0
                                : refusal.retryAfter().toMillis())));
    }

    void rejoin(Pool pool, Away away, Duration breath, List<Flight> flights, List<UUID> ended) {
        List<Object> arguments = arguments(breath.toMillis(), away.seen() ? 1 : 0);
        for (Dimension dimension : Dimension.values()) {
            Away.Balance balance = away.balances().getOrDefault(dimension, Away.Balance.NONE);
            arguments.addAll(List.of(balance.limit(), balance.left(), balance.spent()));
        }
        for (Flight flight : flights) {
            arguments.addAll(List.of(
                    flight.attempt(), flight.tokens(), settings.lifetime().toMillis()));
        }
        for (UUID attempt : ended) {
            arguments.addAll(List.of(attempt, 0, 0));
        }
        run(Script.REJOIN, pool, arguments);
    }

    void withdraw(Pool pool, String call) {
        redis.opsForHash().delete(pool.keys().get(2), call);
    }

    void ping() {
        try (RedisConnection connection = connections.getConnection()) {
            connection.ping();
        }
    }

    private static long orUnknown(@Nullable Long value) {
        return value == null ? -1 : value;
    }

    private List<Object> arguments(Object... more) {
        List<Object> all = new ArrayList<>(
                List.of(settings.minute().toMillis(), settings.day().toMillis()));
        all.addAll(List.of(more));
        return all;
    }

    private List<Long> run(RedisScript<List<Long>> script, Pool pool, List<Object> arguments) {
        return Objects.requireNonNull(redis.execute(
                script, pool.keys(), arguments.stream().map(String::valueOf).toArray()));
    }
}
