package io.synthforce.store.quota;

import io.synthforce.store.quota.Settlement.Refusal;
import io.synthforce.workflows.turn.CallClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A pool as one process keeps it while Redis is away, with an equal share of the limits. Classes go before each other as
 * ever. Within a class nobody's place is kept: whoever waits may come back to another process, so whoever is here when
 * there is room goes, and everybody is told to come when there is room for one. Not safe for use by several threads.
 */
final class OwnPool {

    private static final Duration SHORTEST = Duration.ofMillis(20);
    private static final Duration UNKNOWN = Duration.ofMillis(500);
    private static final Duration STAGGER = Duration.ofMillis(10);
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Comparator<Waiter> ORDER =
            Comparator.comparing(Waiter::why).thenComparing(Waiter::since).thenComparing(Waiter::call);

    private final Map<Dimension, Bucket> buckets = new EnumMap<>(Dimension.class);
    private final Map<String, Waiter> waiters = new HashMap<>();
    private final QuotaSettings settings;
    private final LongSupplier nanos;
    private final double share;
    private final Known before;
    private final long began;
    private long asOf;
    private long blockedUntil;
    private boolean seen;

    /** @param processes among which the limits are divided */
    OwnPool(QuotaSettings settings, Known before, int processes, LongSupplier nanos) {
        this.settings = settings;
        this.before = before;
        this.nanos = nanos;
        this.share = 1.0 / processes;
        this.began = nanos.getAsLong();
        this.asOf = began;
        this.seen = before.seen();
        this.blockedUntil = began + before.blocked().toNanos();
        settings.start().forEach((dimension, limit) -> begin(dimension, limit, limit));
        before.levels().forEach((dimension, level) -> begin(dimension, level.limit(), level.left()));
    }

    private record Waiter(String call, CallClass why, long tokens, long since, long due) {}

    private void begin(Dimension dimension, double limit, double left) {
        double window = dimension.window(settings).toNanos();
        buckets.put(dimension, new Bucket(limit * share, left * share, window));
    }

    Admission ask(Demand demand, int flying) {
        long now = refill();
        waiters.values().removeIf(waiter -> waiter.due() + GRACE.toNanos() < now);
        Waiter known = waiters.get(demand.call());
        long since = known == null ? now : known.since();
        Waiter mine = new Waiter(demand.call(), demand.why(), demand.tokens(), since, now);
        waiters.put(mine.call(), mine);
        List<Waiter> order = new ArrayList<>(waiters.values());
        order.sort(ORDER);
        int place = order.indexOf(mine);
        List<Waiter> better = order.stream()
                .filter(waiter -> waiter.why().compareTo(mine.why()) < 0)
                .toList();
        long wait = wait(demand, better, place, now, flying);
        if (wait == 0) {
            waiters.remove(mine.call());
            take(1, demand.tokens());
            return new Admission.Granted();
        }
        waiters.put(mine.call(), new Waiter(mine.call(), mine.why(), mine.tokens(), since, now + wait));
        return new Admission.Ticket(Duration.ofNanos(wait), place + 1);
    }

    private long wait(Demand demand, List<Waiter> better, int place, long now, int flying) {
        long before = better.stream().mapToLong(Waiter::tokens).sum();
        double wait = Math.max(0, blockedUntil - now);
        for (Map.Entry<Dimension, Bucket> entry : buckets.entrySet()) {
            boolean ofTokens = entry.getKey().ofTokens();
            double own = Math.min(
                    entry.getKey().amount(demand.tokens()), entry.getValue().limit());
            double all = own + (ofTokens ? before : better.size());
            if (entry.getValue().left() < all) {
                wait = Math.max(
                        wait, Math.max(SHORTEST.toNanos(), entry.getValue().nanosUntil(all)));
            }
        }
        boolean few = settings.careful() > 0 && !seen && flying + place >= settings.careful();
        wait = few ? Math.max(wait, UNKNOWN.toNanos()) : wait;
        return wait == 0 ? 0 : (long) Math.ceil(wait) + place * STAGGER.toNanos();
    }

    /** @param tokens what was reserved */
    void settle(Settlement settlement, long tokens) {
        refill();
        Long used = settlement.used();
        long unused = used == null ? 0 : tokens - used;
        if (!settlement.sent()) {
            take(-1, -tokens);
        } else {
            take(0, -unused);
        }
        seen |= settlement.answered();
        Reading reading = settlement.reading();
        if (reading != null) {
            learn(Dimension.REQUESTS_PER_DAY, reading.limitRequests()).atMost(reading.remainingRequests() * share);
            learn(Dimension.TOKENS_PER_MINUTE, reading.limitTokens()).atMost(reading.remainingTokens() * share);
        }
        if (settlement.refusal() != null) {
            refused(settlement.refusal());
        }
    }

    private void refused(Refusal refusal) {
        if (refusal.dimension() != null && refusal.most() > 0) {
            Long used = refusal.used();
            learn(refusal.dimension(), refusal.most()).atMost(used == null ? 0 : (refusal.most() - used) * share);
        }
        if (refusal.retryAfter() != null) {
            blockedUntil = Math.max(blockedUntil, asOf + refusal.retryAfter().toNanos());
        }
    }

    void withdraw(String call) {
        waiters.remove(call);
    }

    /** What Redis has to be told when it is back. */
    Away balance() {
        long now = refill();
        Map<Dimension, Away.Balance> balances = new EnumMap<>(Dimension.class);
        buckets.forEach((dimension, bucket) -> {
            double limit = bucket.limit() / share;
            Known.Level level = before.levels().get(dimension);
            double flown = (now - began) * limit / dimension.window(settings).toNanos();
            double left = level == null ? limit : Math.min(limit, level.left() + flown);
            balances.put(dimension, new Away.Balance((long) limit, (long) left, (long) Math.ceil(bucket.owed())));
        });
        return new Away(seen, balances);
    }

    private Bucket learn(Dimension dimension, long limit) {
        Bucket bucket = buckets.computeIfAbsent(
                dimension,
                d -> new Bucket(limit * share, limit * share, d.window(settings).toNanos()));
        bucket.learn(limit * share);
        return bucket;
    }

    private void take(long requests, long tokens) {
        buckets.forEach((dimension, bucket) -> bucket.take(dimension.ofTokens() ? tokens : requests));
    }

    private long refill() {
        long now = nanos.getAsLong();
        buckets.values().forEach(bucket -> bucket.refill(now - asOf));
        asOf = now;
        return now;
    }
}
