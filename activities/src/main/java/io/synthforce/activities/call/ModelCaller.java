package io.synthforce.activities.call;

import io.synthforce.activities.call.Heartbeats.Beaten;
import io.synthforce.activities.groq.CompletionRequest;
import io.synthforce.activities.groq.GroqCall;
import io.synthforce.activities.groq.GroqClient;
import io.synthforce.activities.groq.GroqOutcome.Answered;
import io.synthforce.activities.groq.GroqOutcome.Break;
import io.synthforce.activities.groq.GroqOutcome.Broken;
import io.synthforce.activities.groq.GroqOutcome.Refused;
import io.synthforce.activities.groq.GroqProperties;
import io.synthforce.activities.groq.Message;
import io.synthforce.activities.groq.Refusal;
import io.synthforce.activities.groq.Reply;
import io.synthforce.activities.groq.Reply.Parsed;
import io.synthforce.activities.groq.Reply.Unusable;
import io.synthforce.activities.groq.ReplyFormat;
import io.synthforce.activities.groq.ReplyParser;
import io.synthforce.activities.question.Question;
import io.synthforce.activities.question.Scene;
import io.synthforce.store.call.AttemptResult.State;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.NewAttempt;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.memory.Memories;
import io.synthforce.store.memory.Memory;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.ModelCall;
import io.synthforce.workflows.world.Draws;
import io.temporal.activity.Activity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Makes a model call so that nothing recorded is paid twice: the recorded reply if there is one, else an attempt row,
 * the request, and reply, call and attempt in one commit. The first reply stored wins.
 */
final class ModelCaller {

    /** One resample with the errors; field data says a second one hardly helps. */
    private static final int RESAMPLES = 1;

    private final Scenes scenes;
    private final ModelCalls calls;
    private final Memories memories;
    private final GroqClient client;
    private final GroqProperties model;
    private final Heartbeats heartbeats;
    private final String worker;

    ModelCaller(
            Scenes scenes,
            ModelCalls calls,
            Memories memories,
            GroqClient client,
            GroqProperties model,
            Heartbeats heartbeats,
            String worker) {
        this.scenes = scenes;
        this.calls = calls;
        this.memories = memories;
        this.client = client;
        this.model = model;
        this.heartbeats = heartbeats;
        this.worker = worker;
    }

    <E> E ask(ModelCall call, Question<E> question) {
        Scene scene = scenes.of(call).orElseThrow(Faults::gone);
        RecordedCall reply = calls.recorded(call.key()).orElseGet(() -> sample(scene, question));
        String inputHash = question.inputHash(scene);
        if (!reply.inputHash().equals(inputHash)) {
            throw new IllegalStateException("The reply recorded under " + call.key()
                    + " answered other inputs; it must not be read as an answer to these");
        }
        return event(reply, question, scene);
    }

    private static <E> E event(RecordedCall reply, Question<E> question, Scene scene) {
        if (reply.reply() == null || reply.contentHash() == null) {
            return question.degraded(String.valueOf(reply.reason()), scene);
        }
        JsonNode tree = io.synthforce.workflows.json.Json.mapper().readTree(reply.reply());
        return question.event(tree, reply.contentHash(), scene);
    }

    private <E> RecordedCall sample(Scene scene, Question<E> question) {
        CallKey key = scene.call().key();
        if (calls.faults(key) >= Faults.MOST) {
            return giveUp(scene, question, "no usable answer in " + Faults.MOST + " attempts");
        }
        List<Message> messages = new ArrayList<>(question.messages(scene));
        ReplyFormat format = question.format(scene);
        List<String> errors = List.of();
        for (int resample = 0; resample <= RESAMPLES; resample++) {
            CompletionRequest request = request(scene, question, messages, format, resample);
            Try tried = attempt(scene, question, request, resample);
            switch (tried) {
                case Try.Recorded recorded -> {
                    return recorded.reply();
                }
                case Try.Wrong wrong -> {
                    errors = wrong.errors();
                    messages.add(Message.user("Your last answer could not be used: " + String.join("; ", errors)
                            + ". Answer again with one JSON object of the schema."));
                }
                case Try.Hopeless hopeless -> {
                    return giveUp(scene, question, hopeless.reason());
                }
            }
        }
        return giveUp(scene, question, "the answer was unusable twice: " + String.join("; ", errors));
    }

    /** What came of one attempt that leaves something to do. */
    private sealed interface Try {
        record Recorded(RecordedCall reply) implements Try {}

        record Wrong(List<String> errors) implements Try {}

        record Hopeless(String reason) implements Try {}
    }

    private Try attempt(Scene scene, Question<?> question, CompletionRequest request, int resample) {
        UUID id = UUID.randomUUID();
        if (!calls.begin(row(id, scene.call(), request, resample))) {
            throw Faults.gone();
        }
        GroqCall call = client.prepare(request, id, model.timeout());
        Beaten beaten = heartbeats.execute(call, Activity.getExecutionContext());
        return switch (beaten.outcome()) {
            case Answered answer -> read(scene, question, request.format(), id, answer);
            case Refused refused -> {
                var wait = Faults.wait(refused, calls.faults(scene.call().key()));
                calls.end(id, Attempts.refused(refused, wait, Instant.now()));
                yield refusal(refused, wait);
            }
            case Broken broken -> {
                boolean unwanted = beaten.unwanted() != null;
                var wait = unwanted
                        ? null
                        : Faults.backoff(calls.faults(scene.call().key()));
                calls.end(id, Attempts.broken(broken, wait, Instant.now()));
                if (beaten.unwanted() != null) {
                    throw beaten.unwanted();
                }
                throw Faults.broken(
                        broken.kind() == Break.MALFORMED
                                ? "malformed answer"
                                : broken.kind().name(),
                        wait);
            }
        };
    }

    private static Try refusal(Refused refused, java.time.Duration wait) {
        if (refused.kind() == Refusal.GENERATION_FAILED) {
            return new Try.Wrong(List.of(refused.message()));
        }
        if (refused.kind().passing()) {
            throw Faults.passing(refused, wait);
        }
        return new Try.Hopeless(Faults.reason(refused));
    }

    private Try read(Scene scene, Question<?> question, ReplyFormat format, UUID id, Answered answer) {
        Reply reply = new ReplyParser(format.schema()).parse(answer);
        List<String> errors = switch (reply) {
            case Parsed parsed -> question.faults(parsed.value(), scene);
            case Unusable unusable -> unusable.errors();
        };
        if (!(reply instanceof Parsed parsed) || !errors.isEmpty()) {
            calls.end(id, Attempts.answered(answer, State.UNUSABLE, String.join("; ", errors)));
            return new Try.Wrong(errors);
        }
        RecordedCall recorded = recorded(scene, question, id, answer, parsed);
        RecordedCall winner = calls.record(id, Attempts.answered(answer, State.RECORDED, null), recorded)
                .orElseThrow(Faults::gone);
        if (!scene.memories().isEmpty()) {
            memories.recalled(
                    scene.call().key().simulation(),
                    scene.memories().stream().map(Memory::id).toList());
        }
        return new Try.Recorded(winner);
    }

    private <E> RecordedCall giveUp(Scene scene, Question<E> question, String reason) {
        CallKey key = scene.call().key();
        RecordedCall degraded = new RecordedCall(
                key,
                role(scene),
                question.inputHash(scene),
                null,
                null,
                reason,
                null,
                null,
                model.model(),
                false,
                null);
        return calls.giveUp(degraded).orElseThrow(Faults::gone);
    }

    private RecordedCall recorded(Scene scene, Question<?> question, UUID id, Answered answer, Parsed parsed) {
        String json = parsed.value().toString();
        return new RecordedCall(
                scene.call().key(),
                role(scene),
                question.inputHash(scene),
                json,
                ContentHash.ofText(json),
                null,
                parsed.step().name().toLowerCase(java.util.Locale.ROOT),
                id,
                answer.servedModel(),
                answer.scripted(),
                null);
    }

    private static String role(Scene scene) {
        String seat = scene.call().key().seat();
        return seat.equals(CallKey.COORDINATOR)
                ? seat
                : scene.inputs().speakers().stream()
                        .filter(s -> s.id().equals(seat))
                        .findFirst()
                        .map(s -> s.role())
                        .orElse(seat);
    }

    private CompletionRequest request(
            Scene scene, Question<?> question, List<Message> messages, ReplyFormat format, int resample) {
        Draws draws = new Draws(scene.scenario().rootSeed(), scene.scenario().repeat());
        CallKey key = scene.call().key();
        return new CompletionRequest(
                model.model(),
                messages,
                question.temperature(scene),
                model.maxTokens(),
                draws.seed(key.turn(), key.stream(resample)),
                model.reasoningEffort(),
                format);
    }

    private NewAttempt row(UUID id, ModelCall call, CompletionRequest request, int resample) {
        String body = request.body();
        int reserved = body.length() / Faults.CHARACTERS_PER_TOKEN + request.maxCompletionTokens();
        return new NewAttempt(
                id,
                call.key(),
                resample,
                call.budgetScope(),
                call.callClass(),
                worker,
                request.model(),
                body,
                reserved);
    }

    /** The reply recorded under a key, if any: what a repeat of the call would return. */
    Optional<RecordedCall> recorded(CallKey key) {
        return calls.recorded(key);
    }
}
