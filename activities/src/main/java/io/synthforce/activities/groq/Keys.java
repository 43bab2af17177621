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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys, in turn, and whose they are. Limits belong to organisation and model, so keys of one organisation share them;
 * which key is whose is configured, or learned from what refusals say. A key that is not accepted, and every key of an
 * organisation whose spend limit is reached, is not used again by this process. Safe for use by many threads.
 */
public final class Keys {

    private static final Logger LOG = LoggerFactory.getLogger(Keys.class);

    private final List<ApiKey> keys;
    private final List<String> configured;
    private final String endpoint;
    private final Set<ApiKey> disabled = new HashSet<>();
    private final Set<@Nullable ApiKey> spent = new HashSet<>();
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

    /**
     * Keys of organisations that share no limits, first the one whose turn it is; one null where none is needed, and none
     * where nothing may be asked any more.
     */
    public synchronized List<@Nullable ApiKey> inTurn() {
        if (keys.isEmpty()) {
            return spent.isEmpty() ? Collections.singletonList(null) : List.of();
        }
        var enabled = enabled();
        Collections.rotate(enabled, -turn++);
        var organisations = new HashSet<String>();
        var chosen = new ArrayList<@Nullable ApiKey>();
        enabled.stream().filter(key -> organisations.add(organisation(key))).forEach(chosen::add);
        return chosen;
    }

    /** Why no key may be used any more. */
    public synchronized String whyNone() {
        return spent.isEmpty()
                ? "the provider accepts none of the keys (401)"
                : "the spend limit at the provider is reached, and there is no other key that may be used";
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

    /** The organisation of the key may spend nothing more: it is asked for nothing again. */
    public synchronized void stop(@Nullable ApiKey key) {
        if (!isSpent(key)) {
            spent.add(key);
            LOG.error(
                    "A spend limit is reached: nothing more is asked with {} or another key of its organisation. Raise the"
                            + " limit in the provider's console and start this process anew, or add a key of another"
                            + " organisation.",
                    key == null ? "no key" : key);
        }
    }

    /** What keeps a key from being used, null when nothing does. */
    synchronized @Nullable String outOfUse(@Nullable ApiKey key) {
        if (key != null && disabled.contains(key)) {
            return "the key was refused (401) and is not used any more";
        }
        return isSpent(key) ? "the spend limit of its organisation is reached" : null;
    }

    private boolean isSpent(@Nullable ApiKey key) {
        return spent.stream().anyMatch(other -> organisation(other).equals(organisation(key)));
    }

    /** Whose limits may be used, as far as is known. */
    public synchronized List<String> organisations() {
        return keys.isEmpty()
                ? List.of(organisation(null))
                : enabled().stream().map(this::organisation).distinct().toList();
    }

    /** Tells endpoint and keys from others, and nothing of them. */
    public String fingerprint() {
        return fingerprint(endpoint + " " + keys.stream().map(ApiKey::secret).collect(Collectors.joining(" ")));
    }

    public int total() {
        return keys.size();
    }

    /** How many this process uses no more. */
    public synchronized int disabled() {
        return keys.size() - enabled().size();
    }

    List<ApiKey> all() {
        return keys;
    }

    private List<ApiKey> enabled() {
        return new ArrayList<>(
                keys.stream().filter(key -> outOfUse(key) == null).toList());
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
