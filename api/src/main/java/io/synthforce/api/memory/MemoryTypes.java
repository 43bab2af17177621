package io.synthforce.api.memory;

import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.workflows.memory.MemoryType;
import java.util.stream.Collectors;

/** Reads the names of kinds of memory. */
final class MemoryTypes {

    private static final String ALL =
            MemoryType.words().stream().map(word -> "'" + word + "'").collect(Collectors.joining(", "));

    private MemoryTypes() {}

    /** @param field where it was named */
    static MemoryType read(String field, String word) {
        return MemoryType.of(word).orElseThrow(() -> new InvalidRequest(field, "enum", "Input should be " + ALL));
    }
}
