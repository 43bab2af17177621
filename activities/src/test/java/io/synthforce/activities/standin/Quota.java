package io.synthforce.activities.standin;

import io.synthforce.embedded.groq.RateLimitHeaders;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The four buckets of one organisation and model. A call reserves its worst case and gives back what it did not use. */
final class Quota {

    private final Map<Limit, Bucket> buckets = new EnumMap<>(Limit.class);
    private final LongSupplier clock;

    Quota(Plan plan, LongSupplier clock) {
        this.clock = clock;
        for (var limit : Limit.values()) {
            buckets.put(limit, new Bucket(limit.of(plan), limit.seconds() / plan.faster(), clock.getAsLong()));
        }
    }

    /** A limit that is reached. */
    record Reached(Limit limit, long most, long used, long requested, double seconds) {}

    /** @return the limit that is in the way, null when the call was admitted and its tokens are reserved */
    synchronized @Nullable Reached admit(long tokens) {
        for (var entry : buckets.entrySet()) {
            var bucket = entry.getValue();
            var amount = entry.getKey().amount(tokens);
            bucket.refill(clock.getAsLong());
            if (!bucket.holds(amount)) {
                return new Reached(entry.getKey(), bucket.limit(), bucket.used(), amount, bucket.secondsUntil(amount));
            }
        }
        buckets.forEach((limit, bucket) -> bucket.take(limit.amount(tokens)));
        return null;
    }

    synchronized void giveBack(long tokens) {
        buckets.forEach((limit, bucket) -> {
            if (limit.ofTokens()) {
                bucket.refill(clock.getAsLong());
                bucket.giveBack(tokens);
            }
        });
    }

    synchronized void preset(Limit limit, long left) {
        bucket(limit).preset(left);
    }

    long mostTokensAtOnce() {
        return bucket(Limit.TOKENS_PER_MINUTE).limit();
    }

    synchronized RateLimitHeaders headers() {
        buckets.values().forEach(bucket -> bucket.refill(clock.getAsLong()));
        var requests = bucket(Limit.REQUESTS_PER_DAY);
        var tokens = bucket(Limit.TOKENS_PER_MINUTE);
        return new RateLimitHeaders(
                requests.limit(),
                requests.left(),
                requests.secondsUntilFull(),
                tokens.limit(),
                tokens.left(),
                tokens.secondsUntilFull());
    }

    private Bucket bucket(Limit limit) {
        return Objects.requireNonNull(buckets.get(limit));
    }
}
