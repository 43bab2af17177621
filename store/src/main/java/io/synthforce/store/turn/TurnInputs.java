package io.synthforce.store.turn;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a turn was asked to deal with and who speaks in it; fixed when it is taken.
 *
 * @param focus roles that were asked for; the cast where there are none
 */
public record TurnInputs(
        @Nullable String userInput,
        Map<String, Object> contextOverride,
        List<Seat> speakers,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<InjectedInput> injected,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> focus) {

    public TurnInputs {
        contextOverride = contextOverride == null ? new LinkedHashMap<>() : new LinkedHashMap<>(contextOverride);
        speakers = List.copyOf(speakers);
        injected = injected == null ? List.of() : List.copyOf(injected);
        focus = focus == null ? List.of() : List.copyOf(focus);
    }

    /**
     * What the turn is about to a role, for those who recall something: what the user asked and let happen, else what was on
     * the table last.
     *
     * @param minutes of the turn before; null when there are none
     */
    public String about(String role, @Nullable String minutes, Scenario scenario) {
        String asked = Stream.concat(
                        Stream.ofNullable(userInput),
                        injected.stream()
                                .filter(event -> event.visibility().toRole(role))
                                .map(InjectedInput::text)
                                .filter(Objects::nonNull))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
        if (!asked.isEmpty()) {
            return asked;
        }
        return minutes == null ? scenario.text() : minutes;
    }

    TurnInputs spokenBy(List<Seat> others) {
        return new TurnInputs(userInput, contextOverride, others, injected, focus);
    }

    /** What happened, for an event in a user's own words. */
    public Optional<String> textOf(String event) {
        return injected.stream()
                .filter(input -> input.event().equals(event))
                .findFirst()
                .map(InjectedInput::text);
    }
}
