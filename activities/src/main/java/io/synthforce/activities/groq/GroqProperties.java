package io.synthforce.activities.groq;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the model is and how it is asked; checked at start so that a wrong value stops the process, not a turn.
 *
 * @param baseUrl up to and including {@code /openai/v1}
 * @param keys the first one is used; empty means that no Authorization header is sent (the scripted model needs none)
 * @param timeout the longest a single call may take, from name lookup to the last byte
 * @param maxTokens the completion budget of a call; hidden reasoning eats from it too
 * @param reasoningEffort {@code low}, {@code medium} or {@code high}; only sent to models that know it
 */
public record GroqProperties(
        String baseUrl,
        List<String> keys,
        String model,
        Duration timeout,
        int maxTokens,
        @Nullable String reasoningEffort) {

    public static final String DEFAULT_BASE_URL = "https://api.groq.com/openai/v1";
    public static final String DEFAULT_MODEL = "openai/gpt-oss-120b";
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
    public static final int DEFAULT_MAX_TOKENS = 2048;
    public static final String DEFAULT_REASONING_EFFORT = "low";

    public GroqProperties {
        baseUrl = baseUrl.strip().replaceAll("/+$", "");
        keys = keys.stream().map(String::strip).filter(key -> !key.isEmpty()).toList();
        model = model.strip();
        check(isHttp(baseUrl), "GROQ_BASE_URL must be an http(s) address such as " + DEFAULT_BASE_URL);
        check(
                keys.stream().allMatch(key -> key.chars().allMatch(c -> c > ' ' && c < 0x7f)),
                "GROQ_API_KEY holds a character that no key has; copy it again from the Groq console");
        check(!model.isEmpty(), "GROQ_MODEL must name a model, for example " + DEFAULT_MODEL);
        check(timeout.compareTo(Duration.ZERO) > 0, "GROQ_TIMEOUT must be longer than zero, for example 60s");
        check(maxTokens > 0, "GROQ_MAX_TOKENS must be at least 1, for example " + DEFAULT_MAX_TOKENS);
    }

    /** Everything but the keys: those must reach no log. */
    @Override
    public String toString() {
        return "GroqProperties[baseUrl=%s, keys=%d, model=%s, timeout=%s, maxTokens=%d, reasoningEffort=%s]"
                .formatted(baseUrl, keys.size(), model, timeout, maxTokens, reasoningEffort);
    }

    private static boolean isHttp(String url) {
        try {
            var uri = URI.create(url);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null;
        } catch (IllegalArgumentException notAUri) {
            return false;
        }
    }

    private static void check(boolean valid, String whatToSet) {
        if (!valid) {
            throw new IllegalArgumentException(whatToSet);
        }
    }
}
