package io.synthforce.activities.groq;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to Groq, or to anything of its shape, over one shared connection pool. It never sends a request twice: retries
 * belong to the caller, who alone knows what was recorded. Safe for use by many threads.
 */
public final class GroqClient implements AutoCloseable {

    /** Below the idle time after which servers hang up, so that a connection is hardly ever reused as it closes. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(20);

    private final OkHttpClient http;
    private static final Duration LIST_PATIENCE = Duration.ofSeconds(10);
    private static final long LONGEST_LIST = 1 << 20;

    private final HttpUrl completions;
    private final HttpUrl models;
    private final Duration timeout;

    public GroqClient(GroqProperties properties) {
        completions = HttpUrl.get(properties.baseUrl() + "/chat/completions");
        models = HttpUrl.get(properties.baseUrl() + "/models");
        timeout = properties.timeout();
        http = new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(5))
                .writeTimeout(Duration.ofSeconds(10))
                // No byte comes before the model is done: the deadline of the call is the only clock.
                .readTimeout(Duration.ZERO)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectionPool(new ConnectionPool(64, KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS))
                .protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))
                .build();
    }

    /**
     * Readies one attempt; nothing is sent before {@link GroqCall#execute()}.
     *
     * @param key null where the endpoint needs none
     * @param attempt sent as {@code X-Attempt-Id}, which ties the endpoint's log to the attempt's row
     * @param deadline the time this attempt may take, clipped to the configured timeout
     */
    public GroqCall prepare(CompletionRequest request, @Nullable ApiKey key, UUID attempt, Duration deadline) {
        var http = request(completions, key)
                .header("X-Attempt-Id", attempt.toString())
                .post(new OneShotBody(request.body()));
        var call = this.http.newCall(http.build());
        return new GroqCall(
                call, deadline.compareTo(timeout) < 0 ? deadline : timeout, key == null ? null : key.secret());
    }

    /** What the endpoint offers; empty when it does not say, for whatever reason. */
    List<Offer> models(@Nullable ApiKey key) {
        try {
            var list = list(key, LIST_PATIENCE);
            return list.succeeded() ? Offer.in(list.body()) : List.of();
        } catch (IOException away) {
            return List.of();
        }
    }

    /** Asks for the list of models, which costs nothing. */
    Exchange list(@Nullable ApiKey key, Duration patience) throws IOException {
        var call = http.newCall(request(models, key).build());
        call.timeout().timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        var start = System.nanoTime();
        try (var response = call.execute()) {
            return new Exchange(
                    response.code(),
                    response::header,
                    response.peekBody(LONGEST_LIST).string(),
                    Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static Request.Builder request(HttpUrl url, @Nullable ApiKey key) {
        var request = new Request.Builder()
                .url(url)
                .header("User-Agent", "synthforce/" + version())
                .header("Accept", "application/json");
        return key == null ? request : request.header("Authorization", "Bearer " + key.secret());
    }

    /** Cancels what is under way and lets the connections go. */
    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private static String version() {
        return Objects.requireNonNullElse(GroqClient.class.getPackage().getImplementationVersion(), "dev");
    }
}
