package io.synthforce.activities.call;

import io.synthforce.activities.groq.GroqProperties;
import io.synthforce.activities.groq.Prices;
import io.synthforce.workflows.budget.Terms.Limits;
import org.jspecify.annotations.Nullable;

/** The provider's limits as far as they are known before it is asked. Estimates name where theirs are from. */
final class KnownLimits {

    private static final Limits FREE_PLAN =
            new Limits(30L, 1_000L, 8_000L, 200_000L, "Groq's free plan as of September 2026; a paid key has more");

    private KnownLimits() {}

    /** Null where nothing is known: another endpoint, or a script. */
    static @Nullable Limits of(GroqProperties properties, Prices prices) {
        boolean groq = properties.baseUrl().equals(GroqProperties.DEFAULT_BASE_URL);
        return groq && !prices.free() ? FREE_PLAN : null;
    }
}
