package io.synthforce.activities.call;

import io.synthforce.activities.groq.GroqOutcome;
import io.synthforce.activities.groq.GroqOutcome.Answered;
import io.synthforce.activities.groq.GroqOutcome.Broken;
import io.synthforce.activities.groq.GroqOutcome.Refused;
import io.synthforce.activities.groq.LimitReached;
import io.synthforce.activities.groq.RateLimits;
import io.synthforce.activities.groq.Refusal;
import io.synthforce.activities.groq.Usage;
import io.synthforce.store.quota.Dimension;
import io.synthforce.store.quota.Reading;
import io.synthforce.store.quota.Settlement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the outcome of a request means for the limits. */
final class Settlements {

    private Settlements() {}

    /**
     * @param completionLimit what the provider reserved for the completion
     * @param throttles how often in a row the call was refused before
     */
    static Settlement of(UUID attempt, int completionLimit, int throttles, GroqOutcome outcome) {
        return switch (outcome) {
            // A script has no limits; what its headers say is for show.
            case Answered answer ->
                new Settlement(
                        attempt,
                        used(answer.usage()),
                        true,
                        true,
                        answer.latency(),
                        answer.scripted() ? null : reading(answer.limits(), unused(completionLimit, answer.usage())),
                        null);
            case Refused refused ->
                new Settlement(
                        attempt,
                        used(refused),
                        true,
                        true,
                        refused.latency(),
                        reading(refused.limits(), 0),
                        refusal(refused, throttles));
            case Broken broken -> new Settlement(attempt, null, true, false, broken.latency(), null, null);
        };
    }

    private static @Nullable Long used(@Nullable Usage usage) {
        return usage == null ? null : (long) usage.promptTokens() + usage.completionTokens();
    }

    /** What was refused outright took nothing; of what was written first nobody says how much it took. */
    private static @Nullable Long used(Refused refused) {
        return refused.kind() == Refusal.GENERATION_FAILED ? null : Long.valueOf(0);
    }

    private static int unused(int completionLimit, @Nullable Usage usage) {
        return usage == null ? 0 : Math.max(0, completionLimit - usage.completionTokens());
    }

    private static @Nullable Reading reading(@Nullable RateLimits limits, int unused) {
        return limits == null || limits.limitRequests() == 0 || limits.limitTokens() == 0
                ? null
                : new Reading(
                        limits.limitRequests(),
                        limits.remainingRequests(),
                        limits.limitTokens(),
                        limits.remainingTokens() + unused);
    }

    private static Settlement.@Nullable Refusal refusal(Refused refused, int throttles) {
        if (refused.kind() != Refusal.RATE_LIMITED) {
            return null;
        }
        LimitReached limit = refused.reached();
        return limit == null
                ? new Settlement.Refusal(null, 0, null, 1, Faults.wait(refused, throttles))
                : new Settlement.Refusal(
                        dimension(limit.scope()), limit.most(), limit.used(), limit.requested(), refused.retryAfter());
    }

    private static Dimension dimension(LimitReached.Scope scope) {
        return switch (scope) {
            case REQUESTS_PER_MINUTE -> Dimension.REQUESTS_PER_MINUTE;
            case REQUESTS_PER_DAY -> Dimension.REQUESTS_PER_DAY;
            case TOKENS_PER_MINUTE -> Dimension.TOKENS_PER_MINUTE;
            case TOKENS_PER_DAY -> Dimension.TOKENS_PER_DAY;
        };
    }
}
