package io.synthforce.workflows.memory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of memory, each written for what it is. */
public enum MemoryType {
    /** The last exchanges with others; gone after a few turns. */
    SHORT_TERM,

    /** What an agent has undertaken; comes back until it is kept or dropped. */
    LONG_TERM,

    /** What an agent said in a turn. */
    EPISODIC,

    /** Facts it learned, and conclusions it drew from what it remembers. */
    SEMANTIC;

    public static Optional<MemoryType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(MemoryType::word).toList();
    }

    /** As it is stored and shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
