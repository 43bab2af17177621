package io.synthforce.store.turn;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.synthforce.workflows.scenario.Seat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a turn was asked to deal with and who speaks in it; fixed when it is taken. */
public record TurnInputs(
        @Nullable String userInput,
        Map<String, Object> contextOverride,
        List<Seat> speakers,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<InjectedInput> injected) {

    public TurnInputs {
        contextOverride = contextOverride == null ? new LinkedHashMap<>() : new LinkedHashMap<>(contextOverride);
        speakers = List.copyOf(speakers);
        injected = injected == null ? List.of() : List.copyOf(injected);
    }

    /** What happened, for an event in a user's own words. */
    public Optional<String> textOf(String event) {
        return injected.stream()
                .filter(input -> input.event().equals(event))
                .findFirst()
                .map(InjectedInput::text);
    }
}
