package io.synthforce.activities.groq;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What the endpoint said to a key when it was asked for its models, which costs nothing.
 *
 * @param name which key it is, without any part of it
 * @param models how many models it may use, null when the key was not accepted or nobody answered
 * @param error what is wrong, null when nothing is
 */
record KeyCheck(
        String name,
        long latencyMillis,
        @Nullable Integer models,
        @Nullable String error) {

    private static final int LONGEST_LIST = 1 << 20;

    static KeyCheck of(String name, @Nullable String key, OkHttpClient http, String baseUrl) {
        Request.Builder request = new Request.Builder().url(baseUrl + "/models").header("Accept", "application/json");
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        long begin = System.nanoTime();
        try (Response response = http.newCall(request.build()).execute()) {
            long latency = since(begin);
            return switch (response.code()) {
                case 200 -> new KeyCheck(name, latency, models(response), null);
                // The key is accepted; it only has to wait.
                case 429 -> new KeyCheck(name, latency, null, null);
                case 401, 403 -> new KeyCheck(name, latency, null, "the key is not accepted");
                default -> new KeyCheck(name, latency, null, "the endpoint answered " + response.code());
            };
        } catch (InterruptedIOException e) {
            return new KeyCheck(name, since(begin), null, "no answer in time");
        } catch (IOException e) {
            return new KeyCheck(name, since(begin), null, "no connection");
        } catch (JacksonException e) {
            return new KeyCheck(name, since(begin), null, "the endpoint answered no list of models");
        }
    }

    boolean isHealthy() {
        return error == null;
    }

    /** As {@code /health} shows it. */
    Map<String, Object> shown() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("key", name);
        members.put("status", isHealthy() ? "healthy" : "unhealthy");
        members.put("latency_ms", latencyMillis);
        if (models != null) {
            members.put("models_available", models);
        }
        if (error != null) {
            members.put("error", error);
        }
        return members;
    }

    private static int models(Response response) throws IOException {
        return Json.tree(response.peekBody(LONGEST_LIST).string()).path("data").size();
    }

    private static long since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }
}
