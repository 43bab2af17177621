package io.synthforce.activities.call;

import io.synthforce.activities.call.Heartbeats.Beaten;
import io.synthforce.activities.groq.CompletionRequest;
import io.synthforce.activities.groq.GroqClient;
import io.synthforce.activities.groq.GroqProperties;
import io.synthforce.activities.groq.Message;
import io.synthforce.activities.groq.ReplyFormat;
import io.synthforce.activities.question.Question;
import io.synthforce.activities.question.Scene;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.NewAttempt;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.world.Draws;
import io.temporal.activity.Activity;
import java.util.List;
import java.util.UUID;

/** Sends one request to the model, with its attempt row written first. */
final class Provider {

    /** A cautious estimate for prompts: the real figure is nearer to four. */
    private static final int CHARACTERS_PER_TOKEN = 3;

    private final ModelCalls calls;
    private final GroqClient client;
    private final GroqProperties model;
    private final Heartbeats heartbeats;
    private final CallMeters meters;
    private final String worker;

    Provider(
            ModelCalls calls,
            GroqClient client,
            GroqProperties model,
            Heartbeats heartbeats,
            CallMeters meters,
            WorkerIdentity worker) {
        this.meters = meters;
        this.calls = calls;
        this.client = client;
        this.model = model;
        this.heartbeats = heartbeats;
        this.worker = worker.name();
    }

    /** An attempt that was sent, and how it ended. */
    record Sent(UUID attempt, ReplyFormat format, Beaten ended) {}

    Sent send(Scene scene, Question<?> question, List<Message> messages, int resample) {
        CompletionRequest request = request(scene, question, messages, resample);
        UUID attempt = UUID.randomUUID();
        if (!calls.begin(row(attempt, scene, request, resample))) {
            throw Faults.gone();
        }
        Beaten ended =
                heartbeats.execute(client.prepare(request, attempt, model.timeout()), Activity.getExecutionContext());
        meters.count(ended.outcome());
        return new Sent(attempt, request.format(), ended);
    }

    String modelName() {
        return model.model();
    }

    private CompletionRequest request(Scene scene, Question<?> question, List<Message> messages, int resample) {
        CallKey key = scene.call().key();
        Draws draws = new Draws(scene.scenario().rootSeed(), scene.scenario().repeat());
        return new CompletionRequest(
                model.model(),
                messages,
                question.temperature(scene),
                model.maxTokens(),
                draws.seed(key.turn(), key.stream(resample)),
                model.reasoningEffort(),
                question.format(scene));
    }

    private NewAttempt row(UUID id, Scene scene, CompletionRequest request, int resample) {
        String body = request.body();
        return new NewAttempt(
                id,
                scene.call().key(),
                resample,
                scene.call().budgetScope(),
                scene.call().callClass(),
                worker,
                request.model(),
                body,
                body.length() / CHARACTERS_PER_TOKEN + request.maxCompletionTokens());
    }
}
