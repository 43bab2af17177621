package io.synthforce.activities.call;

import io.synthforce.activities.groq.Keys;
import io.synthforce.store.quota.Dimension;
import io.synthforce.store.quota.Pool;
import io.synthforce.store.quota.Quotas;
import io.synthforce.workflows.budget.Terms.Limits;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The provider's limits as far as they are known, for estimates, which name where theirs are from. */
final class KnownLimits {

    private static final String FREE_PLAN = "Groq's free plan as of September 2026";
    private static final Map<Dimension, Long> FREE = Map.of(
            Dimension.REQUESTS_PER_MINUTE, 30L,
            Dimension.REQUESTS_PER_DAY, 1_000L,
            Dimension.TOKENS_PER_MINUTE, 8_000L,
            Dimension.TOKENS_PER_DAY, 200_000L);
    private static final List<Dimension> HEADERS = List.of(Dimension.REQUESTS_PER_DAY, Dimension.TOKENS_PER_MINUTE);

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

    /**
     * Of all organisations together, as answers told or as configured; one that has not answered yet is taken for like the
     * others.
     *
     * @return null when nothing was told
     */
    @Nullable
    Limits told(String model) {
        List<String> organisations = keys.organisations();
        List<Map<Dimension, Long>> each = organisations.stream()
                .map(organisation -> quotas.limits(new Pool(organisation, model)))
                .filter(limits -> !limits.isEmpty())
                .toList();
        if (each.isEmpty()) {
            return null;
        }
        boolean free = each.stream().anyMatch(this::isFree);
        List<Map<Dimension, Long>> whole =
                each.stream().map(limits -> isFree(limits) ? FREE : limits).toList();
        int count = organisations.size();
        return new Limits(
                sum(whole, Dimension.REQUESTS_PER_MINUTE, count),
                sum(whole, Dimension.REQUESTS_PER_DAY, count),
                sum(whole, Dimension.TOKENS_PER_MINUTE, count),
                sum(whole, Dimension.TOKENS_PER_DAY, count),
                "told by answers or GROQ_LIMITS, for %d %s%s"
                        .formatted(
                                count,
                                count == 1 ? "organisation" : "organisations",
                                free ? "; what they do not tell as in " + FREE_PLAN : ""));
    }

    /** What is reckoned with until something is told; null where that would be a guess. */
    @Nullable
    Limits assumed() {
        return groq && configured.isBlank()
                ? new Limits(
                        FREE.get(Dimension.REQUESTS_PER_MINUTE),
                        FREE.get(Dimension.REQUESTS_PER_DAY),
                        FREE.get(Dimension.TOKENS_PER_MINUTE),
                        FREE.get(Dimension.TOKENS_PER_DAY),
                        FREE_PLAN + ", until an answer tells the key's own")
                : null;
    }

    /** Whether what was told last, by answers to the same keys, is better than an assumption. */
    boolean mayBeRemembered() {
        return configured.isBlank();
    }

    /** No header tells the tokens of a day; whoever has the free plan's other limits has these, too. */
    private boolean isFree(Map<Dimension, Long> limits) {
        return groq
                && configured.isBlank()
                && HEADERS.stream().allMatch(limits::containsKey)
                && FREE.entrySet().containsAll(limits.entrySet());
    }

    private static @Nullable Long sum(List<Map<Dimension, Long>> each, Dimension dimension, int organisations) {
        return each.stream().allMatch(limits -> limits.containsKey(dimension))
                ? each.stream()
                                .mapToLong(limits -> limits.getOrDefault(dimension, 0L))
                                .sum()
                        * organisations
                        / each.size()
                : null;
    }
}
