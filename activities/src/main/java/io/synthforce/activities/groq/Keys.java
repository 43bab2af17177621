package io.synthforce.activities.groq;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys, in turn, and whose they are. Limits belong to organisation and model, so keys of one organisation share them;
 * which key is whose is configured, or learned from what refusals say. A key that is not accepted is not used again by
 * this process. Safe for use by many threads.
 */
public final class Keys {

    private static final Logger LOG = LoggerFactory.getLogger(Keys.class);

    private final List<ApiKey> keys;
    private final List<String> configured;
    private final String endpoint;
    private final Set<ApiKey> disabled = new HashSet<>();
    private final Map<ApiKey, String> learned = new HashMap<>();
    private int turn;

    /**
     * @param secrets empty where the endpoint needs none
     * @param organisations of the keys, in their order; empty to find out
     * @param endpoint a key of another endpoint is another key
     */
    public Keys(List<String> secrets, List<String> organisations, String endpoint) {
        if (!organisations.isEmpty() && organisations.size() != secrets.size()) {
            throw new IllegalArgumentException(
                    "GROQ_ORGANISATIONS names %d organisations for %d keys; name one for each"
                            .formatted(organisations.size(), secrets.size()));
        }
        this.keys = IntStream.range(0, secrets.size())
                .mapToObj(i -> new ApiKey(i + 1, secrets.get(i)))
                .toList();
        this.configured = List.copyOf(organisations);
        this.endpoint = endpoint;
    }

    /** Keys of organisations that share no limits, first the one whose turn it is; one null where none is needed. */
    public synchronized List<@Nullable ApiKey> inTurn() {
        if (keys.isEmpty()) {
            return Collections.singletonList(null);
        }
        var enabled = enabled();
        Collections.rotate(enabled, -turn++);
        var organisations = new HashSet<String>();
        var chosen = new ArrayList<@Nullable ApiKey>();
        enabled.stream().filter(key -> organisations.add(organisation(key))).forEach(chosen::add);
        return chosen;
    }

    /** Whether there were keys and none is accepted any more. */
    public synchronized boolean allRefused() {
        return !keys.isEmpty() && enabled().isEmpty();
    }

    /** Any key that may still be used, for what costs nothing. */
    synchronized @Nullable ApiKey any() {
        return enabled().stream().findFirst().orElse(null);
    }

    /**
     * Under which name the limits of a key's organisation are kept: as configured, else a fingerprint of the first key
     * that is known to be of the same organisation.
     */
    public synchronized String organisation(@Nullable ApiKey key) {
        if (key == null) {
            return "of " + fingerprint(endpoint);
        }
        if (!configured.isEmpty()) {
            return configured.get(key.number() - 1);
        }
        var name = learned.get(key);
        var first = keys.stream()
                .filter(other -> name != null && name.equals(learned.get(other)))
                .findFirst()
                .orElse(key);
        return "of key " + fingerprint(endpoint + " " + first.secret());
    }

    /** @param organisation as a refusal names it, null when it does not */
    public synchronized void learn(@Nullable ApiKey key, @Nullable String organisation) {
        if (key != null && organisation != null) {
            learned.put(key, organisation);
        }
    }

    public synchronized void disable(@Nullable ApiKey key) {
        if (key != null && disabled.add(key)) {
            LOG.error("{} of {} is not accepted by the endpoint and is not used again", key, keys.size());
        }
    }

    /** How many organisations' limits may be used, as far as is known; at least one. */
    public synchronized int organisations() {
        return Math.max(
                1, (int) enabled().stream().map(this::organisation).distinct().count());
    }

    public int total() {
        return keys.size();
    }

    public synchronized int disabled() {
        return disabled.size();
    }

    private List<ApiKey> enabled() {
        return new ArrayList<>(
                keys.stream().filter(key -> !disabled.contains(key)).toList());
    }

    /** Tells keys apart and lets none be guessed: they are random and long. */
    private static String fingerprint(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
