package io.synthforce.store.quota;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** What a provider counts, over which time; in the order in which the scripts have them. */
public enum Dimension {
    REQUESTS_PER_MINUTE("rpm"),
    TOKENS_PER_MINUTE("tpm"),
    REQUESTS_PER_DAY("rpd"),
    TOKENS_PER_DAY("tpd");

    private final String label;

    Dimension(String label) {
        this.label = label;
    }

    /** As people and the scripts write it. */
    public String label() {
        return label;
    }

    static Optional<Dimension> of(String label) {
        return Stream.of(values()).filter(d -> d.label.equals(label)).findFirst();
    }

    boolean ofTokens() {
        return this == TOKENS_PER_MINUTE || this == TOKENS_PER_DAY;
    }

    boolean daily() {
        return this == REQUESTS_PER_DAY || this == TOKENS_PER_DAY;
    }

    long amount(long tokens) {
        return ofTokens() ? tokens : 1;
    }

    Duration window(QuotaSettings settings) {
        return daily() ? settings.day() : settings.minute();
    }
}
