package io.synthforce.store.request;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Body of a {@code next} request: what the caller wants the turn to deal with. */
public record NextInputs(@Nullable String userInput, List<String> focusAgents, Map<String, Object> contextOverride) {

    public static final NextInputs NONE = new NextInputs(null, List.of(), java.util.Collections.emptyMap());
}
