package io.synthforce.activities.call;

import io.synthforce.activities.groq.Keys;
import io.synthforce.store.quota.Dimension;
import io.synthforce.store.quota.Quotas;
import io.synthforce.workflows.budget.Terms.Limits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The provider's limits as far as they are known, for estimates, which name where theirs are from. */
final class KnownLimits {

    private static final Limits FREE_PLAN = new Limits(
            30L,
            1_000L,
            8_000L,
            200_000L,
            "Groq's free plan as of September 2026, until an answer tells the key's own");

    private final Quotas quotas;
    private final Keys keys;
    private final String configured;
    private final boolean groq;

    /**
     * @param configured {@code GROQ_LIMITS}
     * @param groq whether Groq itself is asked
     */
    KnownLimits(Quotas quotas, Keys keys, String configured, boolean groq) {
        this.quotas = quotas;
        this.keys = keys;
        this.configured = configured;
        this.groq = groq;
    }

    /** Of all organisations together; null where nothing is known. */
    @Nullable
    Limits of(String model) {
        Map<Dimension, Long> one = quotas.limits(model);
        if (one.isEmpty()) {
            return groq && configured.isBlank() ? FREE_PLAN : null;
        }
        int organisations = keys.organisations().size();
        return new Limits(
                of(one, Dimension.REQUESTS_PER_MINUTE, organisations),
                of(one, Dimension.REQUESTS_PER_DAY, organisations),
                of(one, Dimension.TOKENS_PER_MINUTE, organisations),
                of(one, Dimension.TOKENS_PER_DAY, organisations),
                "told by answers or GROQ_LIMITS, for %d %s"
                        .formatted(organisations, organisations == 1 ? "organisation" : "organisations"));
    }

    private static @Nullable Long of(Map<Dimension, Long> limits, Dimension dimension, int organisations) {
        Long limit = limits.get(dimension);
        return limit == null ? null : limit * organisations;
    }
}
