package io.synthforce.activities.call;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.synthforce.activities.groq.Breakers;
import io.synthforce.activities.groq.Dialects;
import io.synthforce.activities.groq.GroqClient;
import io.synthforce.activities.groq.GroqProperties;
import io.synthforce.activities.groq.Keys;
import io.synthforce.activities.groq.ModelChoice;
import io.synthforce.activities.groq.Prices;
import io.synthforce.activities.standin.GroqStandIn;
import io.synthforce.activities.standin.Plan;
import io.synthforce.store.call.AttemptRow;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.quota.QuotaSettings;
import io.synthforce.store.quota.Quotas;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.turn.AgentActivities;
import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.ModelCall;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A turn in which positions are asked of the stand-in, with a clock that only moves when it is told to. */
final class Office implements AutoCloseable {

    static final String MODEL = "openai/gpt-oss-120b";
    static final String SMALL = "openai/gpt-oss-20b";

    final TestStore store;
    final GroqStandIn groq;
    final Keys keys;
    final Breakers breakers;
    final Story story;
    private final Heartbeats heartbeats = new Heartbeats();
    private final TestActivityEnvironment temporal = TestActivityEnvironment.newInstance();
    private final GroqClient client;
    final Quotas quotas;
    private Instant now = Instant.now();

    Office(TestStore store, Plan plan, ModelChoice choice, Duration timeout, String... secrets) {
        this(store, plan, choice, timeout, null, List.of(secrets));
    }

    /** @param limits as {@code GROQ_LIMITS} */
    Office(
            TestStore store,
            Plan plan,
            ModelChoice choice,
            Duration timeout,
            @Nullable String limits,
            List<String> secrets) {
        this.store = store;
        this.groq = new GroqStandIn(plan, () -> sinceEpoch().toNanos());
        GroqProperties properties = new GroqProperties(groq.baseUrl(), secrets, MODEL, timeout, 2_048, "low");
        this.client = new GroqClient(properties);
        this.keys = new Keys(properties.keys(), List.of(), properties.baseUrl());
        this.quotas = store.quotas(
                QuotaSettings.of(limits, Duration.ofMinutes(1), 1),
                () -> sinceEpoch().toNanos());
        Admissions admissions = new Admissions(keys, quotas, () -> {});
        this.breakers = new Breakers(() -> now);
        temporal.registerActivitiesImplementations(new AgentActivitiesImpl(new ModelCaller(
                new Scenes(
                        new Backgrounds(
                                store.simulations,
                                store.snapshots,
                                store.turns,
                                store.plans,
                                store.calls,
                                store.evidences),
                        store.turns,
                        store.calls,
                        store.memories),
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
                new Routes(choice, keys, breakers, new Dialects(groq.baseUrl(), choice.form())),
                admissions,
                4)));
        this.story = Story.ofPriceIncrease(store);
        story.takeNext("{\"user_input\":\"%s\"}".formatted("What about our smallest customers? ".repeat(80)));
    }

    static Office of(TestStore store) {
        return of(store, Plan.unlimited(), null);
    }

    /** @param limits as {@code GROQ_LIMITS} */
    static Office of(TestStore store, Plan plan, @Nullable String limits) {
        return new Office(store, plan, ModelChoice.of(MODEL), Duration.ofSeconds(20), limits, List.of("gsk_one"));
    }

    private Duration sinceEpoch() {
        return Duration.between(Instant.EPOCH, now);
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    PositionTaken ask(String seat) {
        return ask(seat, CallClass.NEXT);
    }

    PositionTaken ask(String seat, CallClass why) {
        var call = new ModelCall(story.position(1, seat), why, story.id.toString(), null);
        var options = ActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofSeconds(60))
                .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
                .build();
        return temporal.newActivityStub(AgentActivities.class, options).position(call);
    }

    ApplicationFailure failureOf(String seat) {
        return failureOf(seat, CallClass.NEXT);
    }

    ApplicationFailure failureOf(String seat, CallClass why) {
        return (ApplicationFailure) catchThrowableOfType(ActivityFailure.class, () -> ask(seat, why))
                .getCause();
    }

    /** given, degraded, or waits with the reason. */
    String seen(String seat) {
        try {
            return ask(seat).answer().given() ? "given" : "degraded";
        } catch (ActivityFailure waits) {
            return "waits " + ((ApplicationFailure) waits.getCause()).getType();
        }
    }

    List<AttemptRow> attempts() {
        return store.calls.attempts(story.id, 1);
    }

    /** What each attempt ended as and, where it failed, why. */
    String booked() {
        return attempts().stream()
                .map(row ->
                        row.state().name().toLowerCase(Locale.ROOT) + (row.cause() == null ? "" : " " + row.cause()))
                .collect(Collectors.joining(", "));
    }

    RecordedCall recorded(String seat) {
        return store.calls.recorded(story.position(1, seat)).orElseThrow();
    }

    int faults(String seat) {
        return store.calls.faults(story.position(1, seat));
    }

    @Override
    public void close() {
        temporal.close();
        heartbeats.close();
        client.close();
        groq.close();
    }
}
