package io.synthforce.activities.call;

import io.synthforce.activities.call.Admissions.Leave;
import io.synthforce.activities.call.Provider.Sent;
import io.synthforce.activities.call.Routes.Route;
import io.synthforce.activities.groq.Action;
import io.synthforce.activities.groq.GroqOutcome.Answered;
import io.synthforce.activities.groq.GroqOutcome.Broken;
import io.synthforce.activities.groq.GroqOutcome.Refused;
import io.synthforce.activities.groq.Reply.Parsed;
import io.synthforce.activities.groq.Reply.Unusable;
import io.synthforce.activities.groq.ReplyParser;
import io.synthforce.activities.question.Question;
import io.synthforce.activities.question.Scene;
import io.synthforce.store.call.AttemptResult;
import io.synthforce.store.call.AttemptResult.State;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.quota.Settlement;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.ModelCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes a model call so that nothing recorded is paid twice: the recorded reply if there is one, else an attempt row,
 * the request, and reply, call and attempt in one commit. The first reply stored wins.
 */
final class ModelCaller {

    /** More than any sequence of other key, other form, smaller and once more needs; after so many the slot is let go. */
    private static final int REQUESTS_IN_A_ROW = 8;

    private static final Duration BREATH = Duration.ofSeconds(1);

    private final Scenes scenes;
    private final ModelCalls calls;
    private final Replies replies;
    private final Provider provider;
    private final Routes routes;
    private final Admissions admissions;
    private final Refusals refusals;
    private final UnderWay underWay = new UnderWay();
    private final int retries;

    /** @param retries after how many more faults than the first a call is given up and its role degraded for the turn */
    ModelCaller(
            Scenes scenes,
            ModelCalls calls,
            Replies replies,
            Provider provider,
            Routes routes,
            Admissions admissions,
            int retries) {
        this.scenes = scenes;
        this.calls = calls;
        this.replies = replies;
        this.provider = provider;
        this.routes = routes;
        this.admissions = admissions;
        this.refusals = new Refusals(calls, routes, admissions);
        this.retries = retries;
    }

    /**
     * @return what the reply means, or the degraded event when the call was given up
     * @throws io.temporal.failure.ApplicationFailure to wait and come back
     */
    <E> E ask(ModelCall call, Question<E> question) {
        return ask(scenes.of(call), question);
    }

    <E> E ask(Scene scene, Question<E> question) {
        CallKey key = scene.call().key();
        RecordedCall reply = calls.recorded(key).orElseGet(() -> underWay.alone(key, () -> sample(scene, question)));
        return question.read(reply, scene);
    }

    private RecordedCall sample(Scene scene, Question<?> question) {
        Ask first = Ask.first(question.messages(scene), question.maxTokens(provider.maxTokens()), provider.tier(scene));
        for (int i = 0; i < REQUESTS_IN_A_ROW; i++) {
            switch (next(scene, question, first)) {
                case Step.Recorded recorded -> {
                    return recorded.reply();
                }
                case Step.Hopeless hopeless -> {
                    return giveUp(scene, question, hopeless.reason());
                }
                case Step.Again _ -> {}
            }
        }
        throw provider.hold(
                scene,
                first,
                new Route.Held(
                        routes.model(scene), Routes.RATE_LIMITED, Instant.now().plus(BREATH), null));
    }

    private Step next(Scene scene, Question<?> question, Ask first) {
        Past past = new Past(calls.past(scene.call().key()));
        if (faults(scene) > retries && !past.unusableLast()) {
            return new Step.Hopeless("no usable answer in " + (1 + retries) + " attempts");
        }
        return past.next(first)
                .map(ask -> step(scene, question, ask))
                .orElseGet(() -> new Step.Hopeless(past.reason()));
    }

    private Step step(Scene scene, Question<?> question, Ask ask) {
        return switch (routes.choose(scene)) {
            case Route.Closed closed -> new Step.Hopeless(closed.reason());
            case Route.Held held -> throw provider.hold(scene, ask, held);
            case Route.Open open -> admitted(scene, question, ask, provider.draft(scene, question, ask, open));
        };
    }

    /** Leave may have been waited for: what was recorded or found out meanwhile counts. */
    private Step admitted(Scene scene, Question<?> question, Ask ask, Draft draft) {
        return switch (admissions.ask(scene, draft)) {
            case Leave.Refused refused -> throw provider.hold(scene, ask, refused.held());
            case Leave.Given given -> {
                Optional<RecordedCall> reply = calls.recorded(scene.call().key());
                if (reply.isPresent() || routes.held(draft.model(), given.key())) {
                    admissions.settle(Settlement.notSent(draft.attempt()));
                    yield reply.<Step>map(Step.Recorded::new).orElseGet(Step.Again::new);
                }
                yield sent(scene, question, ask, draft, provider.send(scene, ask, draft, given.key()));
            }
        };
    }

    private Step sent(Scene scene, Question<?> question, Ask ask, Draft draft, Sent sent) {
        return switch (sent.ended().outcome()) {
            case Answered answer -> {
                routes.answered(sent.model(), sent.key());
                yield read(scene, question, sent, Written.of(answer, sent.cost(answer)));
            }
            case Refused refused ->
                refused.kind().action() == Action.RESAMPLE
                        ? read(scene, question, sent, Written.of(refused, sent.model()))
                        : refusals.after(scene, sent, draft, ask, refused);
            case Broken broken -> throw broken(scene, sent, broken);
        };
    }

    private Step read(Scene scene, Question<?> question, Sent sent, Written written) {
        List<String> errors;
        switch (new ReplyParser(sent.format().schema()).parse(written.text(), written.finishReason())) {
            case Parsed parsed -> {
                errors = question.faults(parsed.value(), scene);
                if (errors.isEmpty()) {
                    AttemptResult result = written.result(State.RECORDED, null);
                    return new Step.Recorded(replies.record(scene, question, sent, written, result, parsed));
                }
            }
            case Unusable unusable -> errors = written.errors(unusable);
        }
        calls.end(sent.attempt(), written.result(State.UNUSABLE, String.join("; ", errors)));
        return new Step.Again();
    }

    private RuntimeException broken(Scene scene, Sent sent, Broken broken) {
        RuntimeException unwanted = sent.ended().unwanted();
        if (unwanted != null) {
            calls.end(sent.attempt(), Attempts.broken(broken, false, null, Instant.now()));
            return unwanted;
        }
        boolean out = switch (broken.kind()) {
            case CONNECTION, EMPTY -> routes.breakers().failed(sent.model());
            case TIMEOUT -> {
                // Counted for the model, but also against the call: its prompt may be what takes so long.
                routes.breakers().failed(sent.model());
                yield false;
            }
            case MALFORMED, CANCELLED -> false;
        };
        Duration wait = Faults.backoff(faults(scene));
        calls.end(sent.attempt(), Attempts.broken(broken, out, wait, Instant.now()));
        return Faults.broken(broken.kind(), wait);
    }

    private int faults(Scene scene) {
        return calls.faults(scene.call().key());
    }

    private RecordedCall giveUp(Scene scene, Question<?> question, String reason) {
        return replies.giveUp(scene, question, reason, routes.model(scene));
    }
}
