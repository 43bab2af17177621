package io.synthforce.embedded;

import org.jspecify.annotations.Nullable;

/** Says in one sentence why the embedded parts cannot start, and in another what to do about it. */
public final class EmbeddedFailure extends RuntimeException {

    private final String fact;
    private final String remedy;

    EmbeddedFailure(String fact, String remedy) {
        this(fact, remedy, null);
    }

    EmbeddedFailure(String fact, String remedy, @Nullable Throwable cause) {
        super(fact + (fact.contains("\n") ? System.lineSeparator() : " ") + remedy, cause);
        this.fact = fact;
        this.remedy = remedy;
    }

    public String fact() {
        return fact;
    }

    public String remedy() {
        return remedy;
    }
}
