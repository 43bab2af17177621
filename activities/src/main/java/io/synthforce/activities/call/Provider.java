package io.synthforce.activities.call;

import io.synthforce.activities.call.Heartbeats.Beaten;
import io.synthforce.activities.call.Routes.Route;
import io.synthforce.activities.groq.ApiKey;
import io.synthforce.activities.groq.CompletionRequest;
import io.synthforce.activities.groq.GroqClient;
import io.synthforce.activities.groq.GroqOutcome.Answered;
import io.synthforce.activities.groq.GroqProperties;
import io.synthforce.activities.groq.Prices;
import io.synthforce.activities.groq.Prices.Quote;
import io.synthforce.activities.groq.ReplyFormat;
import io.synthforce.activities.groq.Usage;
import io.synthforce.activities.question.Question;
import io.synthforce.activities.question.Scene;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.NewAttempt;
import io.synthforce.workflows.budget.Tokens;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.world.Draws;
import io.temporal.activity.Activity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends one request to the model, with its attempt row written first. */
final class Provider {

    /** What a call waits for that the budget does not cover. */
    private static final String OVER_BUDGET = "budget";

    /** A turn that was begun has its worst case reserved, so this is rare, and waits for a person. */
    private static final Duration BUDGET_LOOK = Duration.ofSeconds(20);

    private final ModelCalls calls;
    private final GroqClient client;
    private final GroqProperties properties;
    private final Heartbeats heartbeats;
    private final CallMeters meters;
    private final Prices prices;
    private final String worker;

    Provider(
            ModelCalls calls,
            GroqClient client,
            GroqProperties properties,
            Heartbeats heartbeats,
            CallMeters meters,
            Prices prices,
            WorkerIdentity worker) {
        this.meters = meters;
        this.calls = calls;
        this.client = client;
        this.properties = properties;
        this.heartbeats = heartbeats;
        this.prices = prices;
        this.worker = worker.name();
    }

    /** An attempt that was sent, and how it ended. */
    record Sent(
            UUID attempt,
            CompletionRequest request,
            @Nullable ApiKey key,
            @Nullable Quote quote,
            Beaten ended) {

        /** Exact, or null when the provider did not say what it took or the model has no known price. */
        @Nullable
        BigDecimal cost(Answered answer) {
            if (answer.scripted()) {
                return BigDecimal.ZERO;
            }
            Usage usage = answer.usage();
            return usage == null || quote == null
                    ? null
                    : quote.price().of(usage.promptTokens(), usage.cachedTokens(), usage.completionTokens());
        }

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
        Quote quote = prices.of(route.model()).orElse(null);
        switch (calls.begin(row(attempt, scene, ask, request, body, quote))) {
            case BEGUN -> {}
            case GONE -> throw Faults.gone();
            case OVER_BUDGET ->
                throw hold(
                        scene,
                        ask,
                        new Route.Held(route.model(), OVER_BUDGET, Instant.now().plus(BUDGET_LOOK)));
        }
        Beaten ended = heartbeats.execute(
                client.prepare(request, route.key(), attempt, properties.timeout()), Activity.getExecutionContext());
        meters.count(route.model(), ended.outcome());
        return new Sent(attempt, request, route.key(), quote, ended);
    }

    /** Leaves a row that says why nothing was sent and until when, so that readers see what is waited for. */
    RuntimeException hold(Scene scene, Ask ask, Route.Held held) {
        UUID attempt = UUID.randomUUID();
        if (calls.begin(row(attempt, scene, ask, held.model(), "", 0, null, null)) == ModelCalls.Begun.GONE) {
            throw Faults.gone();
        }
        calls.end(attempt, Attempts.held(held));
        return Faults.held(held);
    }

    int maxTokens() {
        return properties.maxTokens();
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

    private NewAttempt row(
            UUID id, Scene scene, Ask ask, CompletionRequest request, String body, @Nullable Quote quote) {
        int prompt = Tokens.most(body);
        int completion = request.maxCompletionTokens();
        return row(
                id,
                scene,
                ask,
                request.model(),
                body,
                prompt + completion,
                quote == null ? null : quote.price().of(prompt, 0, completion),
                quote == null ? null : quote.version());
    }

    private NewAttempt row(
            UUID id,
            Scene scene,
            Ask ask,
            String model,
            String body,
            int reserved,
            @Nullable BigDecimal reservedCost,
            @Nullable String priceVersion) {
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
                reserved,
                reservedCost,
                priceVersion);
    }
}
