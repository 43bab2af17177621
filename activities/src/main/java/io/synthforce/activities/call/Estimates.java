package io.synthforce.activities.call;

import io.synthforce.activities.groq.CompletionRequest;
import io.synthforce.workflows.budget.Tokens;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many tokens a prompt will take, learned for each model and kind of question from what answers say they took. The
 * limits are reserved by it: too low and calls are refused, too high and fewer go ahead at a time.
 */
final class Estimates {

    private static final double MARGIN = 1.15;

    /** The highest of late counts, as prompts of one kind differ. */
    private static final double FORGOTTEN = 0.05;

    /** By how much counts differ from what texts are taken for. */
    private final Map<String, Double> ratios = new ConcurrentHashMap<>();

    long prompt(CompletionRequest request, String body) {
        Double known = ratios.get(kind(request));
        return (long) Math.ceil(Tokens.estimate(body) * (known == null ? 1 : known * MARGIN));
    }

    /** @param promptTokens as an answer, or a refusal, counts them; what cannot be is not believed */
    void learn(CompletionRequest request, String body, long promptTokens) {
        if (promptTokens > 0) {
            double ratio = (double) Math.min(promptTokens, Tokens.most(body)) / Tokens.estimate(body);
            ratios.merge(kind(request), ratio, (known, now) -> Math.max(now, known + FORGOTTEN * (now - known)));
        }
    }

    private static String kind(CompletionRequest request) {
        return request.model() + " " + request.format().name();
    }
}
