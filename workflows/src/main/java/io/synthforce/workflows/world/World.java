package io.synthforce.workflows.world;

import java.util.List;
import java.util.Optional;

/** The rules of a simulated company: code owns it, prose never changes it. */
public record World(
        List<Indicator> indicators,
        List<ActionType> actions,
        List<Dynamic> dynamics,
        List<WorldEvent> events,
        List<OutsideActor> outside) {

    public World {
        indicators = List.copyOf(indicators);
        actions = List.copyOf(actions);
        dynamics = List.copyOf(dynamics);
        events = List.copyOf(events);
        outside = List.copyOf(outside);
    }

    public Optional<ActionType> action(String id) {
        return actions.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    public Optional<WorldEvent> event(String id) {
        return events.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    /**
     * The indicator of that id.
     *
     * @throws IllegalArgumentException if the world has none
     */
    public Indicator indicator(String id) {
        return indicators.stream()
                .filter(i -> i.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The world has no indicator " + id));
    }

    public List<IndicatorValue> openingLedger() {
        return indicators.stream()
                .map(i -> new IndicatorValue(i.id(), Quantity.exact(i.start())))
                .toList();
    }
}
