package io.synthforce.activities.call;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.synthforce.activities.groq.Breakers;
import io.synthforce.activities.groq.Dialects;
import io.synthforce.activities.groq.GroqClient;
import io.synthforce.activities.groq.GroqProperties;
import io.synthforce.activities.groq.Keys;
import io.synthforce.activities.groq.ModelChoice;
import io.synthforce.activities.groq.Prices;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.quota.QuotaSettings;
import io.synthforce.store.quota.Quotas;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a worker calls models, and its activities, of which every request is one attempt. */
final class TestWorker implements AutoCloseable {

    static final int RETRIES = 4;

    final Keys keys;
    final Quotas quotas;
    final Breakers breakers;
    final ModelCaller caller;
    private final Heartbeats heartbeats = new Heartbeats();
    private final TestActivityEnvironment temporal = TestActivityEnvironment.newInstance();
    private final GroqClient client;

    TestWorker(TestStore store, Endpoint model, ModelChoice choice) {
        this(store, properties(model), choice, null, InstantSource.system());
    }

    /** @param limits as {@code GROQ_LIMITS} */
    TestWorker(
            TestStore store,
            GroqProperties properties,
            ModelChoice choice,
            @Nullable String limits,
            InstantSource clock) {
        client = new GroqClient(properties);
        keys = new Keys(properties.keys(), List.of(), properties.baseUrl());
        quotas = store.quotas(
                QuotaSettings.of(limits, Duration.ofMinutes(1), 1),
                () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos());
        breakers = new Breakers(clock);
        Admissions admissions = new Admissions(keys, quotas, () -> {});
        caller = new ModelCaller(
                scenes(store),
                store.calls,
                new Replies(store.calls, store.memories),
                new Provider(
                        store.calls,
                        client,
                        properties,
                        heartbeats,
                        new CallMeters(new SimpleMeterRegistry()),
                        Prices.shipped(LocalDate.of(2026, 11, 23)),
                        admissions,
                        "flex",
                        new WorkerIdentity("worker-1")),
                new Routes(choice, keys, breakers, new Dialects(properties.baseUrl(), choice.form())),
                admissions,
                RETRIES);
    }

    private static GroqProperties properties(Endpoint model) {
        return new GroqProperties(
                model.baseUrl(), List.of("gsk_secret"), "some-model", Duration.ofSeconds(5), 500, "low");
    }

    static Scenes scenes(TestStore store) {
        Backgrounds backgrounds = new Backgrounds(
                store.simulations, store.snapshots, store.turns, store.plans, store.calls, store.evidences);
        return new Scenes(backgrounds, store.turns, store.calls, store.memories);
    }

    <A> A activities(Class<A> type, A implementation) {
        temporal.registerActivitiesImplementations(implementation);
        return temporal.newActivityStub(
                type,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofSeconds(60))
                        .setRetryOptions(
                                RetryOptions.newBuilder().setMaximumAttempts(1).build())
                        .build());
    }

    @Override
    public void close() {
        temporal.close();
        heartbeats.close();
        client.close();
    }
}
