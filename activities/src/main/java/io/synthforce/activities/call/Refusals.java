package io.synthforce.activities.call;

import io.synthforce.activities.call.Provider.Sent;
import io.synthforce.activities.groq.Breakers;
import io.synthforce.activities.groq.GroqOutcome.Refused;
import io.synthforce.activities.groq.Keys.Choice;
import io.synthforce.activities.groq.LimitReached;
import io.synthforce.activities.question.Scene;
import io.synthforce.store.call.ModelCalls;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is done about a refusal: each kind has its action, and each attempt is booked with it. */
final class Refusals {

    private final ModelCalls calls;
    private final Routes routes;

    Refusals(ModelCalls calls, Routes routes) {
        this.calls = calls;
        this.routes = routes;
    }

    /**
     * For every action but to resample, which is about what was written.
     *
     * @return how to go on at once
     * @throws io.temporal.failure.ApplicationFailure to wait and come back
     */
    Step after(Scene scene, Sent sent, Ask ask, Refused refused) {
        String model = sent.model();
        return switch (refused.kind().action()) {
            case WAIT -> {
                Duration wait = Faults.wait(refused, 0);
                LimitReached limit = refused.reached();
                routes.keys().block(sent.key(), model, limit == null ? null : limit.organisation(), wait);
                alive(model);
                book(sent, refused, wait);
                // The key of another organisation may have room.
                if (routes.keys().choose(model) instanceof Choice.Usable) {
                    yield new Step.Again(ask);
                }
                throw Faults.passing(refused, wait);
            }
            case RETRY -> throw failing(scene, sent, refused);
            case SHRINK -> {
                alive(model);
                Ask smaller = ask.shrunk(refused.reached());
                yield smaller == null ? hopeless(sent, refused) : again(sent, refused, smaller);
            }
            case LOOSEN -> {
                alive(model);
                yield routes.dialects().loosen(model, sent.request().dialect().form())
                        ? again(sent, refused, ask)
                        : hopeless(sent, refused);
            }
            case FALL_BACK -> {
                routes.breakers().gone(model);
                yield again(sent, refused, ask);
            }
            case NEXT_KEY -> {
                routes.keys().disable(sent.key());
                yield sent.key() == null ? hopeless(sent, refused) : again(sent, refused, ask);
            }
            case RESAMPLE, STOP, FAIL -> hopeless(sent, refused);
        };
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

    private Step again(Sent sent, Refused refused, Ask ask) {
        book(sent, refused, null);
        return new Step.Again(ask);
    }

    private Step hopeless(Sent sent, Refused refused) {
        book(sent, refused, null);
        return new Step.Hopeless(Faults.reason(refused));
    }

    private void book(Sent sent, Refused refused, @Nullable Duration wait) {
        calls.end(sent.attempt(), Attempts.refused(refused, refused.kind().label(), wait, Instant.now()));
    }

    /** Whoever refuses with reason works. */
    private void alive(String model) {
        routes.breakers().succeeded(model);
    }
}
