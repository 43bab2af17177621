package io.synthforce.activities.standin;

import io.synthforce.activities.standin.Misbehaviour.Emission;
import io.synthforce.embedded.groq.GroqError;
import io.synthforce.embedded.groq.RateLimitHeaders;
import java.util.Locale;

/** The refusal of a limit that is reached, with its arithmetic. */
final class Limits {

    private Limits() {}

    static Emission refusal(Quota.Reached reached, Plan plan, String model, String key) {
        var message =
                ("Rate limit reached for model `%s` in organization `%s` service tier `on_demand` on %s: Limit %d,"
                                + " Used %d, Requested %d. Please try again in %s. Need more tokens? Upgrade to Dev Tier today at"
                                + " https://console.groq.com/settings/billing")
                        .formatted(
                                model,
                                plan.organisation(key),
                                reached.limit().words(),
                                reached.most(),
                                reached.used(),
                                reached.requested(),
                                RateLimitHeaders.duration(reached.seconds()));
        var error = new GroqError(
                429, reached.limit().ofTokens() ? "tokens" : "requests", message, "rate_limit_exceeded", null);
        return Emission.refused(429, OddRefusal.body(error).setHeader("retry-after", wait(reached, plan)));
    }

    /** Whole seconds as observed; where time runs faster, what would have been whole seconds. */
    private static String wait(Quota.Reached reached, Plan plan) {
        var whole = Math.ceil(reached.seconds() * plan.faster());
        return plan.faster() == 1
                ? String.valueOf((long) whole)
                : String.format(Locale.ROOT, "%.3f", whole / plan.faster());
    }
}
