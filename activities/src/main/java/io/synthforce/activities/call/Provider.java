package io.synthforce.activities.call;

import io.synthforce.activities.call.Heartbeats.Beaten;
import io.synthforce.activities.call.Routes.Route;
import io.synthforce.activities.groq.ApiKey;
import io.synthforce.activities.groq.CompletionRequest;
import io.synthforce.activities.groq.GroqClient;
import io.synthforce.activities.groq.GroqOutcome;
import io.synthforce.activities.groq.GroqOutcome.Answered;
import io.synthforce.activities.groq.GroqOutcome.Broken;
import io.synthforce.activities.groq.GroqOutcome.Refused;
import io.synthforce.activities.groq.GroqProperties;
import io.synthforce.activities.groq.Prices;
import io.synthforce.activities.groq.Prices.Quote;
import io.synthforce.activities.groq.ReplyFormat;
import io.synthforce.activities.groq.Usage;
import io.synthforce.activities.question.Question;
import io.synthforce.activities.question.Scene;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.NewAttempt;
import io.synthforce.store.quota.Settlement;
import io.synthforce.workflows.budget.Tokens;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
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
    static final String OVER_BUDGET = "budget";

    /** A turn that was begun has its worst case reserved, so this is rare, and waits for a person. */
    private static final Duration BUDGET_LOOK = Duration.ofSeconds(20);

    private final ModelCalls calls;
    private final GroqClient client;
    private final GroqProperties properties;
    private final Heartbeats heartbeats;
    private final CallMeters meters;
    private final Prices prices;
    private final Admissions admissions;
    private final Estimates estimates = new Estimates();
    private final @Nullable String whatIfTier;
    private final String worker;

    Provider(
            ModelCalls calls,
            GroqClient client,
            GroqProperties properties,
            Heartbeats heartbeats,
            CallMeters meters,
            Prices prices,
            Admissions admissions,
            @Nullable String whatIfTier,
            WorkerIdentity worker) {
        this.meters = meters;
        this.admissions = admissions;
        this.whatIfTier = whatIfTier;
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

    Draft draft(Scene scene, Question<?> question, Ask ask, Route.Open route) {
        CompletionRequest request = request(scene, question, ask, route);
        String body = request.body();
        return new Draft(
                UUID.randomUUID(),
                request,
                body,
                estimates.prompt(request, body) + request.maxCompletionTokens(),
                prices.of(route.model()).orElse(null),
                route.keys());
    }

    /** With leave, which is settled however it ends. */
    Sent send(Scene scene, Ask ask, Draft draft, @Nullable ApiKey key) {
        try {
            begin(scene, ask, draft);
        } catch (RuntimeException notBegun) {
            admissions.settle(Settlement.notSent(draft.attempt()));
            throw notBegun;
        }
        Beaten ended = heartbeats.execute(
                client.prepare(draft.request(), key, draft.attempt(), properties.timeout()),
                Activity.getExecutionContext());
        admissions.settle(Settlements.of(
                draft.attempt(), draft.request().maxCompletionTokens(), ask.throttles(), ended.outcome()));
        estimates.learn(draft.request(), draft.body(), promptTokens(draft, ended.outcome()));
        meters.count(draft.model(), ended.outcome());
        return new Sent(draft.attempt(), draft.request(), key, draft.quote(), ended);
    }

    /** As the provider counted them, 0 where it does not say. */
    private static long promptTokens(Draft draft, GroqOutcome outcome) {
        return switch (outcome) {
            case Answered answer -> answer.usage() == null ? 0 : answer.usage().promptTokens();
            case Refused refused -> refused.tokens() - draft.request().maxCompletionTokens();
            case Broken _ -> 0;
        };
    }

    private void begin(Scene scene, Ask ask, Draft draft) {
        switch (calls.begin(row(draft.attempt(), scene, ask, draft.request(), draft.body(), draft.quote()))) {
            case BEGUN -> {}
            case GONE -> throw Faults.gone();
            case OVER_BUDGET -> {
                if (!waitsForMore(scene.call().key().phase())) {
                    throw new NotCovered(scene.call().budgetScope());
                }
                throw hold(
                        scene,
                        ask,
                        new Route.Held(draft.model(), OVER_BUDGET, Instant.now().plus(BUDGET_LOOK), null));
            }
        }
    }

    /** A what-if goes on when its budget is raised; who asked a question beside a turn is told instead. */
    private static boolean waitsForMore(Phase phase) {
        return phase.isOfATurn() || phase == Phase.JUDGE;
    }

    /** Which tier a call is made in, null for the endpoint's default: only what nobody waits for may be put off. */
    @Nullable
    String tier(Scene scene) {
        return switch (scene.call().callClass()) {
            case NEXT, PLAY -> null;
            case WHAT_IF, BATCH -> whatIfTier;
        };
    }

    /** Leaves a row that says why nothing was sent and until when, so that readers see what is waited for. */
    RuntimeException hold(Scene scene, Ask ask, Route.Held held) {
        if (!calls.hold(row(UUID.randomUUID(), scene, ask, held.model(), "", 0, null, null), Attempts.held(held))) {
            throw Faults.gone();
        }
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
                route.dialect(),
                ask.tier());
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
