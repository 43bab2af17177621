package io.synthforce.activities.call;

import io.synthforce.activities.call.Admissions.Leave;
import io.synthforce.activities.call.Provider.Sent;
import io.synthforce.activities.call.Routes.Route.Held;
import io.synthforce.activities.groq.ApiKey;
import io.synthforce.activities.groq.Breakers;
import io.synthforce.activities.groq.GroqOutcome.Refused;
import io.synthforce.activities.groq.LimitReached;
import io.synthforce.activities.question.Scene;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.quota.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done about a refusal: each kind has its action, and each attempt is booked with it. */
final class Refusals {

    private final ModelCalls calls;
    private final Routes routes;
    private final Admissions admissions;

    Refusals(ModelCalls calls, Routes routes, Admissions admissions) {
        this.calls = calls;
        this.admissions = admissions;
        this.routes = routes;
    }

    /**
     * For every action but to resample, which is about what was written.
     *
     * @return how to go on at once
     * @throws io.temporal.failure.ApplicationFailure to wait and come back
     */
    Step after(Scene scene, Sent sent, Draft draft, Ask ask, Refused refused) {
        String model = sent.model();
        return switch (refused.kind().action()) {
            case WAIT -> {
                alive(model);
                yield limited(scene, sent, draft, ask, refused);
            }
            case CHANGE_TIER -> {
                if (sent.request().mayDropTier()) {
                    yield again(sent, refused);
                }
                routes.breakers().failed(model);
                throw passing(sent, refused, Faults.wait(refused, ask.throttles()), null);
            }
            case RETRY -> throw failing(scene, sent, refused);
            case SHRINK -> {
                alive(model);
                yield again(sent, refused);
            }
            case LOOSEN -> {
                alive(model);
                yield routes.dialects().loosen(model, sent.request().dialect().form())
                        ? again(sent, refused)
                        : hopeless(sent, refused);
            }
            case FALL_BACK -> {
                routes.breakers().gone(model);
                yield again(sent, refused);
            }
            case OTHER_ORGANISATION -> {
                alive(model);
                routes.forbidden(model, sent.key());
                yield again(sent, refused);
            }
            case NEXT_KEY -> {
                routes.keys().disable(sent.key());
                yield sent.key() == null ? hopeless(sent, refused) : again(sent, refused);
            }
            case STOP -> {
                routes.keys().stop(sent.key());
                yield again(sent, refused);
            }
            case RESAMPLE, FAIL -> hopeless(sent, refused);
        };
    }

    /**
     * The key of another organisation may have room; else the call has a place in the queue now. Where it was refused it
     * is not sent again before the time it was told, whatever our own reckoning says: that has just been wrong.
     */
    private Step limited(Scene scene, Sent sent, Draft draft, Ask ask, Refused refused) {
        LimitReached limit = refused.reached();
        routes.keys().learn(sent.key(), limit == null ? null : limit.organisation());
        Draft next = draft.afresh(refused.tokens(), othersFirst(draft, sent.key()));
        return switch (admissions.once(scene, next)) {
            case Leave.Given given -> {
                admissions.settle(Settlement.notSent(next.attempt()));
                if (ofOne(given.key(), sent.key())) {
                    throw passing(sent, refused, Faults.wait(refused, ask.throttles()), null);
                }
                yield again(sent, refused);
            }
            case Leave.Refused ticket -> {
                Held held = ticket.held();
                Duration wait = refused.retryAfter() == null
                        ? Faults.longer(Duration.between(Instant.now(), held.until()), Faults.SHORTEST)
                        : Faults.wait(refused, ask.throttles());
                throw passing(sent, refused, wait, held.place());
            }
        };
    }

    private List<@Nullable ApiKey> othersFirst(Draft draft, @Nullable ApiKey refused) {
        return draft.keys().stream()
                .sorted((a, b) -> Boolean.compare(ofOne(a, refused), ofOne(b, refused)))
                .toList();
    }

    private boolean ofOne(@Nullable ApiKey key, @Nullable ApiKey other) {
        return routes.keys().organisation(key).equals(routes.keys().organisation(other));
    }

    private RuntimeException passing(Sent sent, Refused refused, Duration wait, @Nullable Integer place) {
        calls.end(
                sent.attempt(),
                Attempts.refused(refused, refused.kind().label(), wait, Instant.now())
                        .at(place));
        return Faults.passing(refused, wait);
    }

    /** A failure met while the model is known to be out is none of the call's own. */
    private RuntimeException failing(Scene scene, Sent sent, Refused refused) {
        Breakers breakers = routes.breakers();
        boolean out = breakers.failed(sent.model());
        Duration wait = Faults.wait(refused, calls.faults(scene.call().key()));
        calls.end(
                sent.attempt(),
                Attempts.refused(refused, out ? Attempts.OUTAGE : refused.kind().label(), wait, Instant.now()));
        return Faults.passing(refused, wait);
    }

    private Step again(Sent sent, Refused refused) {
        book(sent, refused);
        return new Step.Again();
    }

    private Step hopeless(Sent sent, Refused refused) {
        book(sent, refused);
        return new Step.Hopeless(Faults.reason(refused));
    }

    private void book(Sent sent, Refused refused) {
        calls.end(sent.attempt(), Attempts.refused(refused, refused.kind().label(), null, Instant.now()));
    }

    /** Whoever refuses with reason works. */
    private void alive(String model) {
        routes.breakers().succeeded(model);
    }
}
