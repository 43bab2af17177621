package io.synthforce.activities.standin;

import io.synthforce.activities.standin.Misbehaviour.Asked;
import io.synthforce.activities.standin.Misbehaviour.Emission;
import io.synthforce.embedded.groq.ChatRequest;
import io.synthforce.embedded.groq.Completion;
import io.synthforce.embedded.groq.GroqError;
import io.synthforce.embedded.groq.Json;
import io.synthforce.embedded.groq.RateLimitHeaders;
import io.synthforce.embedded.groq.RequestRules;
import io.synthforce.embedded.groq.Spent;
import io.synthforce.embedded.model.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** Groq on loopback: keys, models, limits and books, and whatever misbehaviour the next requests are to meet. */
public final class GroqStandIn implements AutoCloseable {

    private static final String API = "/openai/v1";

    private final MockWebServer server = new MockWebServer();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Plan plan;
    private final LongSupplier clock;
    private final Map<String, Quota> quotas = new ConcurrentHashMap<>();
    private final Queue<Misbehaviour> next = new ConcurrentLinkedQueue<>();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private final ModelList models = new ModelList();
    private final Books books = new Books();
    private volatile Function<ChatRequest, String> says = Script::content;
    private volatile UnaryOperator<Spent> bills = UnaryOperator.identity();

    public GroqStandIn(Plan plan) {
        this(plan, System::nanoTime);
    }

    /** @param clock of the buckets, in nanoseconds */
    public GroqStandIn(Plan plan, LongSupplier clock) {
        this.plan = plan;
        this.clock = clock;
        server.setDispatcher(new Desk());
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String baseUrl() {
        return server.url(API).toString();
    }

    public Books books() {
        return books;
    }

    public ModelList models() {
        return models;
    }

    /** What the next requests meet, one each, in this order. */
    public GroqStandIn then(Misbehaviour... misbehaviours) {
        next.addAll(List.of(misbehaviours));
        return this;
    }

    public GroqStandIn revoke(String key) {
        revoked.add(key);
        return this;
    }

    /** What good answers say, instead of the script. */
    public GroqStandIn says(Function<ChatRequest, String> says) {
        this.says = says;
        return this;
    }

    /** How prompts and good answers are counted, instead of at four characters a token. */
    public GroqStandIn bills(UnaryOperator<Spent> bills) {
        this.bills = bills;
        return this;
    }

    /** Sets what is left of a limit of the organisation and model. */
    public GroqStandIn preset(String organisation, String model, Limit limit, long left) {
        quota(organisation, model).preset(limit, left);
        return this;
    }

    private Quota quota(String organisation, String model) {
        return quotas.computeIfAbsent(organisation + " " + model, _ -> new Quota(plan, clock));
    }

    @Override
    public void close() {
        closing.countDown();
        server.close();
    }

    private final class Desk extends Dispatcher {

        @Override
        public MockResponse dispatch(RecordedRequest received) throws InterruptedException {
            var path = received.getUrl().encodedPath();
            if (path.startsWith(API + "/models")) {
                return models.answer(path.substring((API + "/models").length()));
            }
            var body = received.getBody();
            var request = ChatRequest.read(body == null ? new byte[0] : body.toByteArray());
            var key = key(received);
            var misbehaviour = next.poll();
            var emission = emission(request, key, misbehaviour);
            books.add(received, key, request, misbehaviour, emission);
            return emission.response().build();
        }
    }

    private Emission emission(ChatRequest request, @Nullable String key, @Nullable Misbehaviour misbehaviour)
            throws InterruptedException {
        var refused = refused(request, key);
        if (refused != null) {
            return Emission.refused(refused.status(), OddRefusal.body(refused));
        }
        var quota = quota(plan.organisation(String.valueOf(key)), request.model());
        var prompt = bills.apply(new Spent(request.promptTokens(), 0, 0, 0)).prompt();
        var tokens = prompt + (long) Math.min(request.budget(), 65_536);
        if (tokens > quota.mostTokensAtOnce()) {
            return Emission.refused(
                    413, OddRefusal.tooLarge(quota.mostTokensAtOnce(), tokens).setHeader("retry-after", "9"));
        }
        var reached = quota.admit(tokens);
        if (reached != null) {
            return headed(Limits.refusal(reached, plan, request.model(), String.valueOf(key)), quota.headers());
        }
        var headers = quota.headers();
        var emission = misbehaviour == null ? good(request) : misbehaviour.emit(asked(request));
        closing.await(plan.latency().toNanos(), TimeUnit.NANOSECONDS);
        quota.giveBack(tokens - emission.spent().total());
        return emission.response().build().getHeaders().get("x-ratelimit-limit-tokens") == null
                ? headed(emission, headers)
                : emission;
    }

    private @Nullable GroqError refused(ChatRequest request, @Nullable String key) {
        if (key != null && revoked.contains(key)) {
            return GroqError.invalid(401, "Invalid API Key", "invalid_api_key");
        }
        var broken = RequestRules.broken(request);
        return broken == null ? models.refusal(request) : broken;
    }

    private Emission good(ChatRequest request) {
        var content = says.apply(request);
        if (Completion.tokens(content) > request.budget()) {
            return OddGeneration.OUT_OF_TOKENS.emit(asked(request));
        }
        var spent = bills.apply(Spent.on(request, content));
        var completion = new Completion(request, content, "stop", Completion.freshRequestId(), spent);
        return new Emission(200, new MockResponse.Builder().body(Json.write(completion.body())), spent);
    }

    private Asked asked(ChatRequest request) {
        return new Asked(request, says.apply(request), plan.faster());
    }

    /** As they are when a call is admitted, with all that it may use taken off. */
    private static Emission headed(Emission emission, RateLimitHeaders headers) {
        headers.asMap().forEach(emission.response()::setHeader);
        emission.response().setHeader("x-request-id", Completion.freshRequestId());
        return emission;
    }

    private static @Nullable String key(RecordedRequest request) {
        var header = request.getHeaders().get("Authorization");
        return header == null ? null : header.replaceFirst("^Bearer ", "");
    }
}
