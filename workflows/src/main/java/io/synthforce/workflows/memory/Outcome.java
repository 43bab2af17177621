package io.synthforce.workflows.memory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What became of a commitment, as the agent that made it says. */
public enum Outcome {
    KEPT,
    DROPPED;

    public static Optional<Outcome> of(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Outcome::word).toList();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
