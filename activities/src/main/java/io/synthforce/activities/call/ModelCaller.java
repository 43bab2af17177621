package io.synthforce.activities.call;

import io.synthforce.activities.call.Provider.Sent;
import io.synthforce.activities.groq.GroqOutcome.Answered;
import io.synthforce.activities.groq.GroqOutcome.Broken;
import io.synthforce.activities.groq.GroqOutcome.Refused;
import io.synthforce.activities.groq.Message;
import io.synthforce.activities.groq.Refusal;
import io.synthforce.activities.groq.Reply.Parsed;
import io.synthforce.activities.groq.Reply.Unusable;
import io.synthforce.activities.groq.ReplyParser;
import io.synthforce.activities.question.Question;
import io.synthforce.activities.question.Scene;
import io.synthforce.store.call.AttemptResult.State;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.workflows.turn.ModelCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Makes a model call so that nothing recorded is paid twice: the recorded reply if there is one, else an attempt row,
 * the request, and reply, call and attempt in one commit. The first reply stored wins.
 */
final class ModelCaller {

    /** One resample with the errors; field data says a second one hardly helps. */
    private static final int RESAMPLES = 1;

    private final Scenes scenes;
    private final ModelCalls calls;
    private final Replies replies;
    private final Provider provider;

    ModelCaller(Scenes scenes, ModelCalls calls, Replies replies, Provider provider) {
        this.scenes = scenes;
        this.calls = calls;
        this.replies = replies;
        this.provider = provider;
    }

    /**
     * @return what the reply means, or the degraded event when the call was given up
     * @throws io.temporal.failure.ApplicationFailure to wait and come back
     */
    <E> E ask(ModelCall call, Question<E> question) {
        Scene scene = scenes.of(call);
        RecordedCall reply = calls.recorded(call.key()).orElseGet(() -> sample(scene, question));
        return replies.event(reply, question, scene);
    }

    private RecordedCall sample(Scene scene, Question<?> question) {
        if (faults(scene) >= Faults.MOST) {
            return giveUp(scene, question, "no usable answer in " + Faults.MOST + " attempts");
        }
        List<Message> messages = new ArrayList<>(question.messages(scene));
        List<String> errors = List.of();
        for (int resample = 0; resample <= RESAMPLES; resample++) {
            switch (attempt(scene, question, messages, resample)) {
                case Try.Recorded recorded -> {
                    return recorded.reply();
                }
                case Try.Hopeless hopeless -> {
                    return giveUp(scene, question, hopeless.reason());
                }
                case Try.Wrong wrong -> {
                    errors = wrong.errors();
                    messages.add(Message.user("Your last answer could not be used: " + String.join("; ", errors)
                            + ". Answer again with one JSON object of the schema."));
                }
            }
        }
        return giveUp(scene, question, "the answer was unusable twice: " + String.join("; ", errors));
    }

    /** What came of one attempt. */
    private sealed interface Try {
        record Recorded(RecordedCall reply) implements Try {}

        record Wrong(List<String> errors) implements Try {}

        record Hopeless(String reason) implements Try {}
    }

    private Try attempt(Scene scene, Question<?> question, List<Message> messages, int resample) {
        Sent sent = provider.send(scene, question, messages, resample);
        return switch (sent.ended().outcome()) {
            case Answered answer -> read(scene, question, sent, answer);
            case Refused refused -> refused(scene, sent.attempt(), refused);
            case Broken broken -> throw broken(scene, sent, broken);
        };
    }

    private Try read(Scene scene, Question<?> question, Sent sent, Answered answer) {
        List<String> errors;
        switch (new ReplyParser(sent.format().schema()).parse(answer)) {
            case Parsed parsed -> {
                errors = question.faults(parsed.value(), scene);
                if (errors.isEmpty()) {
                    return new Try.Recorded(replies.record(scene, question, sent.attempt(), answer, parsed));
                }
            }
            case Unusable unusable -> errors = unusable.errors();
        }
        calls.end(sent.attempt(), Attempts.answered(answer, State.UNUSABLE, String.join("; ", errors)));
        return new Try.Wrong(errors);
    }

    private Try refused(Scene scene, UUID attempt, Refused refused) {
        Duration wait = Faults.wait(refused, faults(scene));
        calls.end(attempt, Attempts.refused(refused, wait, Instant.now()));
        if (refused.kind() == Refusal.GENERATION_FAILED) {
            return new Try.Wrong(List.of(refused.message()));
        }
        if (refused.kind().passing()) {
            throw Faults.passing(refused, wait);
        }
        return new Try.Hopeless(Faults.reason(refused));
    }

    private RuntimeException broken(Scene scene, Sent sent, Broken broken) {
        RuntimeException unwanted = sent.ended().unwanted();
        if (unwanted != null) {
            calls.end(sent.attempt(), Attempts.broken(broken, null, Instant.now()));
            return unwanted;
        }
        Duration wait = Faults.backoff(faults(scene));
        calls.end(sent.attempt(), Attempts.broken(broken, wait, Instant.now()));
        return Faults.broken(broken.kind(), wait);
    }

    private int faults(Scene scene) {
        return calls.faults(scene.call().key());
    }

    private RecordedCall giveUp(Scene scene, Question<?> question, String reason) {
        return replies.giveUp(scene, question, reason, provider.modelName());
    }
}
