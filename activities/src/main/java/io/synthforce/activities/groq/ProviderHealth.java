package io.synthforce.activities.groq;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import okhttp3.OkHttpClient;
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

    private final GroqProperties properties;
    private final Keys used;
    private final LongSupplier nanos;
    private final OkHttpClient http = new OkHttpClient.Builder()
            .callTimeout(PATIENCE)
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .build();
    private @Nullable Health last;
    private long askedAt;

    ProviderHealth(GroqProperties properties, Keys used, LongSupplier nanos) {
        this.properties = properties;
        this.used = used;
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
                .withDetail("keys_disabled", used.disabled())
                .withDetail("keys", checks.stream().map(KeyCheck::shown).toList())
                .build();
    }

    private List<KeyCheck> checks() {
        List<Callable<KeyCheck>> questions = new ArrayList<>();
        List<String> keys = properties.keys();
        for (int i = 0; i < keys.size(); i++) {
            String name = "key " + (i + 1);
            String key = keys.get(i);
            questions.add(() -> KeyCheck.of(name, key, http, properties.baseUrl()));
        }
        if (keys.isEmpty()) {
            questions.add(() -> KeyCheck.of("no key", null, http, properties.baseUrl()));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(questions).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
