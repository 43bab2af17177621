package io.synthforce.activities.call;

import io.synthforce.activities.groq.CompletionRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many tokens a prompt will take, learned for each model and kind of question from what answers say they took. The
 * limits are reserved by it: too low and calls are refused, too high and fewer go ahead at a time.
 */
final class Estimates {

    /** Until something is known: texts have about four characters a token, code fewer. */
    private static final double TOKENS_PER_CHARACTER = 1 / 3.0;

    private static final double MARGIN = 1.15;

    /** The highest of late counts, as prompts of one kind differ. */
    private static final double FORGOTTEN = 0.05;

    private final Map<String, Double> ratios = new ConcurrentHashMap<>();

    long prompt(CompletionRequest request, String body) {
        Double known = ratios.get(kind(request));
        return (long) Math.ceil(body.length() * (known == null ? TOKENS_PER_CHARACTER : known * MARGIN));
    }

    void learn(CompletionRequest request, String body, long promptTokens) {
        if (promptTokens > 0) {
            double ratio = (double) promptTokens / body.length();
            ratios.merge(kind(request), ratio, (known, now) -> Math.max(now, known + FORGOTTEN * (now - known)));
        }
    }

    private static String kind(CompletionRequest request) {
        return request.model() + " " + request.format().name();
    }
}
