package io.synthforce.activities.groq;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether models can be asked, for {@code /health}: every key is tried on the endpoint's list of models, all at once.
 * What was found is kept for half a minute, so that probes do not become a load on the provider.
 */
final class ProviderHealth implements HealthIndicator {

    static final Duration KEPT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMillis(2_500);

    private final GroqClient client;
    private final Keys keys;
    private final LongSupplier nanos;
    private @Nullable Health last;
    private long askedAt;

    ProviderHealth(GroqClient client, Keys keys, LongSupplier nanos) {
        this.client = client;
        this.keys = keys;
        this.nanos = nanos;
    }

    @Override
    public synchronized Health health() {
        Health known = last;
        if (known == null || nanos.getAsLong() - askedAt > KEPT.toNanos()) {
            known = summary(checks());
            last = known;
            askedAt = nanos.getAsLong();
        }
        return known;
    }

    private Health summary(List<KeyCheck> checks) {
        long latency = checks.stream().mapToLong(KeyCheck::latencyMillis).max().orElse(0);
        boolean healthy = checks.stream().anyMatch(KeyCheck::isHealthy);
        return (healthy ? Health.up() : Health.down())
                .withDetail("latency_ms", latency)
                .withDetail("keys_disabled", keys.disabled())
                .withDetail("keys", checks.stream().map(KeyCheck::shown).toList())
                .build();
    }

    private List<KeyCheck> checks() {
        List<Callable<KeyCheck>> questions = new ArrayList<>();
        for (ApiKey key : keys.all()) {
            questions.add(() -> check(key.toString(), key));
        }
        if (questions.isEmpty()) {
            questions.add(() -> check("no key", null));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(questions).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private KeyCheck check(String name, @Nullable ApiKey key) {
        String why = keys.outOfUse(key);
        return why == null ? KeyCheck.of(name, key, client, PATIENCE) : KeyCheck.outOfUse(name, why);
    }
}
