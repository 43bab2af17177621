package io.synthforce.store.turn;

import io.synthforce.workflows.scenario.Seat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a turn was asked to deal with and who speaks in it; fixed when it is taken. */
public record TurnInputs(@Nullable String userInput, Map<String, Object> contextOverride, List<Seat> speakers) {

    public TurnInputs {
        contextOverride = contextOverride == null ? new LinkedHashMap<>() : new LinkedHashMap<>(contextOverride);
        speakers = List.copyOf(speakers);
    }
}
