package io.synthforce.activities.groq;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
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

    static KeyCheck of(String name, @Nullable ApiKey key, GroqClient client, Duration patience) {
        long begin = System.nanoTime();
        try {
            Exchange list = client.list(key, patience);
            return list.succeeded()
                    ? new KeyCheck(name, list.latency().toMillis(), models(list.body()), null)
                    : new KeyCheck(name, list.latency().toMillis(), null, error(list));
        } catch (InterruptedIOException e) {
            return new KeyCheck(name, since(begin), null, "no answer in time");
        } catch (IOException e) {
            return new KeyCheck(name, since(begin), null, "no connection");
        } catch (JacksonException e) {
            return new KeyCheck(name, since(begin), null, "the endpoint answered no list of models");
        }
    }

    /** Of a key that is not used any more; it is not tried either. */
    static KeyCheck outOfUse(String name, String why) {
        return new KeyCheck(name, 0, null, why);
    }

    private static @Nullable String error(Exchange list) {
        return switch (list.refusal()) {
            // The key is accepted; it only has to wait.
            case RATE_LIMITED -> null;
            case BAD_KEY -> "the key is not accepted";
            case SPENT -> "the spend limit of its organisation is reached";
            case BLOCKED ->
                "something on the way answered %d before the key was looked at; check GROQ_BASE_URL and the network"
                        .formatted(list.status());
            case CAPACITY_EXCEEDED,
                    OVERLOADED,
                    GENERATION_FAILED,
                    TOO_LARGE,
                    FORMAT_UNSUPPORTED,
                    MODEL_GONE,
                    MODEL_BLOCKED,
                    BAD_REQUEST -> "the endpoint answered " + list.status();
        };
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

    private static int models(String body) {
        return Json.tree(body).path("data").size();
    }

    private static long since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }
}
