package io.synthforce.activities.call;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.synthforce.activities.groq.Breakers;
import io.synthforce.activities.groq.GroqProperties;
import io.synthforce.activities.groq.Keys;
import io.synthforce.activities.groq.ModelChoice;
import io.synthforce.activities.standin.GroqStandIn;
import io.synthforce.activities.standin.Plan;
import io.synthforce.store.call.AttemptRow;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.quota.Quotas;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.turn.AgentActivities;
import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.ModelCall;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
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
    final Quotas quotas;
    private final TestWorker worker;
    private final AgentActivities agents;
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
        this.groq =
                new GroqStandIn(plan, () -> Duration.between(Instant.EPOCH, now).toNanos());
        GroqProperties properties = new GroqProperties(groq.baseUrl(), secrets, MODEL, timeout, 2_048, "low");
        this.worker = new TestWorker(store, properties, choice, limits, () -> now);
        this.keys = worker.keys;
        this.quotas = worker.quotas;
        this.breakers = worker.breakers;
        this.agents = worker.activities(AgentActivities.class, new AgentActivitiesImpl(worker.caller));
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

    void later(Duration time) {
        now = now.plus(time);
    }

    PositionTaken ask(String seat) {
        return ask(seat, CallClass.NEXT);
    }

    PositionTaken ask(String seat, CallClass why) {
        return agents.position(new ModelCall(story.position(1, seat), why, story.id.toString(), null));
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
        worker.close();
        groq.close();
    }
}
