package io.synthforce.store.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Body of a {@code next} request: what the caller wants the turn to deal with. Members left out are empty. */
public record NextInputs(@Nullable String userInput, List<String> focusAgents, Map<String, Object> contextOverride) {

    public static final NextInputs NONE = new NextInputs(null, List.of(), new LinkedHashMap<>());

    /** Whether it asks for nothing but the turn. */
    public boolean asksNothing() {
        return (userInput == null || userInput.isBlank()) && focusAgents.isEmpty() && contextOverride.isEmpty();
    }

    public NextInputs {
        focusAgents = focusAgents == null ? List.of() : List.copyOf(focusAgents);
        contextOverride = contextOverride == null ? new LinkedHashMap<>() : new LinkedHashMap<>(contextOverride);
    }
}
