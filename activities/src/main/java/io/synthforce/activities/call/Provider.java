package io.synthforce.activities.call;

import io.synthforce.activities.call.Heartbeats.Beaten;
import io.synthforce.activities.call.Routes.Route;
import io.synthforce.activities.groq.ApiKey;
import io.synthforce.activities.groq.CompletionRequest;
import io.synthforce.activities.groq.GroqClient;
import io.synthforce.activities.groq.GroqProperties;
import io.synthforce.activities.groq.ReplyFormat;
import io.synthforce.activities.question.Question;
import io.synthforce.activities.question.Scene;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.NewAttempt;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.world.Draws;
import io.temporal.activity.Activity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends one request to the model, with its attempt row written first. */
final class Provider {

    /** A cautious estimate for prompts: the real figure is nearer to four. */
    private static final int CHARACTERS_PER_TOKEN = 3;

    private final ModelCalls calls;
    private final GroqClient client;
    private final GroqProperties properties;
    private final Heartbeats heartbeats;
    private final CallMeters meters;
    private final String worker;

    Provider(
            ModelCalls calls,
            GroqClient client,
            GroqProperties properties,
            Heartbeats heartbeats,
            CallMeters meters,
            WorkerIdentity worker) {
        this.meters = meters;
        this.calls = calls;
        this.client = client;
        this.properties = properties;
        this.heartbeats = heartbeats;
        this.worker = worker.name();
    }

    /** An attempt that was sent, and how it ended. */
    record Sent(
            UUID attempt,
            CompletionRequest request,
            @Nullable ApiKey key,
            Beaten ended) {

        ReplyFormat format() {
            return request.format();
        }

        String model() {
            return request.model();
        }
    }

    Sent send(Scene scene, Question<?> question, Ask ask, Route.Open route) {
        CompletionRequest request = request(scene, question, ask, route);
        String body = request.body();
        UUID attempt = UUID.randomUUID();
        int reserved = body.length() / CHARACTERS_PER_TOKEN + request.maxCompletionTokens();
        begin(row(attempt, scene, ask, route.model(), body, reserved));
        Beaten ended = heartbeats.execute(
                client.prepare(request, route.key(), attempt, properties.timeout()), Activity.getExecutionContext());
        meters.count(route.model(), ended.outcome());
        return new Sent(attempt, request, route.key(), ended);
    }

    /** Leaves a row that says why nothing was sent and until when, so that readers see what is waited for. */
    RuntimeException hold(Scene scene, Ask ask, Route.Held held) {
        UUID attempt = UUID.randomUUID();
        begin(row(attempt, scene, ask, held.model(), "", 0));
        calls.end(attempt, Attempts.held(held));
        return Faults.held(held);
    }

    int maxTokens() {
        return properties.maxTokens();
    }

    private void begin(NewAttempt row) {
        if (!calls.begin(row)) {
            throw Faults.gone();
        }
    }

    private CompletionRequest request(Scene scene, Question<?> question, Ask ask, Route.Open route) {
        CallKey key = scene.call().key();
        Draws draws = new Draws(scene.scenario().rootSeed(), scene.scenario().repeat());
        return new CompletionRequest(
                route.model(),
                ask.messages(),
                question.temperature(scene),
                ask.maxTokens(),
                draws.seed(key.turn(), key.stream(ask.resample())),
                properties.reasoningEffort(),
                question.format(scene),
                route.dialect());
    }

    private NewAttempt row(UUID id, Scene scene, Ask ask, String model, String body, int reserved) {
        return new NewAttempt(
                id,
                scene.call().key(),
                ask.resample(),
                ask.shrunk(),
                scene.call().budgetScope(),
                scene.call().callClass(),
                worker,
                model,
                body,
                reserved);
    }
}
