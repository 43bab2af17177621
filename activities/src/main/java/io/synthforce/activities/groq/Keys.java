package io.synthforce.activities.groq;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys, in turn. Limits belong to organisation and model, so a limit that is reached holds back all keys of an
 * organisation; which key is whose is learned from what refusals say. A key that is not accepted is not used again by this
 * process. Safe for use by many threads.
 */
public final class Keys {

    private static final Logger LOG = LoggerFactory.getLogger(Keys.class);

    private final List<ApiKey> keys;
    private final InstantSource clock;
    private final Set<ApiKey> disabled = new HashSet<>();
    private final Map<ApiKey, String> organisations = new HashMap<>();
    private final Map<String, Instant> blocked = new HashMap<>();
    private int turn;

    /** @param secrets empty where the endpoint needs none */
    public Keys(List<String> secrets, InstantSource clock) {
        this.keys = IntStream.range(0, secrets.size())
                .mapToObj(i -> new ApiKey(i + 1, secrets.get(i)))
                .toList();
        this.clock = clock;
    }

    /** Whom to ask with, or when. */
    public sealed interface Choice {

        /** @param key null where the endpoint needs none */
        record Usable(@Nullable ApiKey key) implements Choice {}

        /** Every key's organisation has reached a limit of this model. */
        record Blocked(Instant until) implements Choice {}

        /** No key is accepted any more. */
        record None() implements Choice {}
    }

    public synchronized Choice choose(String model) {
        if (keys.isEmpty()) {
            var until = blockedUntil(null, model);
            return until.isPresent() ? new Choice.Blocked(until.get()) : new Choice.Usable(null);
        }
        var enabled = keys.stream().filter(key -> !disabled.contains(key)).toList();
        var free = enabled.stream()
                .filter(key -> blockedUntil(key, model).isEmpty())
                .toList();
        if (!free.isEmpty()) {
            return new Choice.Usable(free.get(Math.floorMod(turn++, free.size())));
        }
        return enabled.stream()
                .flatMap(key -> blockedUntil(key, model).stream())
                .min(Instant::compareTo)
                .<Choice>map(Choice.Blocked::new)
                .orElseGet(Choice.None::new);
    }

    /** Any key that may still be used, for what costs nothing. */
    synchronized @Nullable ApiKey any() {
        return keys.stream().filter(key -> !disabled.contains(key)).findFirst().orElse(null);
    }

    /** A limit was reached: nothing is asked of the model in the key's organisation until it has room again. */
    public synchronized void block(@Nullable ApiKey key, String model, @Nullable String organisation, Duration wait) {
        if (key != null && organisation != null) {
            organisations.put(key, organisation);
        }
        blocked.merge(place(key, model), clock.instant().plus(wait), (a, b) -> a.isAfter(b) ? a : b);
    }

    public synchronized void disable(@Nullable ApiKey key) {
        if (key != null && disabled.add(key)) {
            LOG.error("{} of {} is not accepted by the endpoint and is not used again", key, keys.size());
        }
    }

    public int total() {
        return keys.size();
    }

    public synchronized int disabled() {
        return disabled.size();
    }

    /** Places that have room again are forgotten. */
    private Optional<Instant> blockedUntil(@Nullable ApiKey key, String model) {
        var now = clock.instant();
        new ArrayList<>(blocked.entrySet())
                .stream()
                        .filter(entry -> !entry.getValue().isAfter(now))
                        .forEach(entry -> blocked.remove(entry.getKey()));
        return Optional.ofNullable(blocked.get(place(key, model)));
    }

    private String place(@Nullable ApiKey key, String model) {
        return (key == null ? "" : organisations.getOrDefault(key, key.toString())) + " " + model;
    }
}
