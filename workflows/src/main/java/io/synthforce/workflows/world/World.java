package io.synthforce.workflows.world;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The rules of a simulated company: code owns it, prose never changes it. */
public record World(
        List<Indicator> indicators,
        List<ActionType> actions,
        List<Dynamic> dynamics,
        List<WorldEvent> events,
        List<OutsideActor> outside,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Parameter> parameters,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Deadline> deadlines) {

    public World {
        indicators = List.copyOf(indicators);
        actions = List.copyOf(actions);
        dynamics = List.copyOf(dynamics);
        events = List.copyOf(events);
        outside = List.copyOf(outside);
        parameters = parameters == null ? List.of() : List.copyOf(parameters);
        deadlines = deadlines == null ? List.of() : List.copyOf(deadlines);
    }

    /** A world in which nothing but chance is uncertain, and nothing is due. */
    public World(
            List<Indicator> indicators,
            List<ActionType> actions,
            List<Dynamic> dynamics,
            List<WorldEvent> events,
            List<OutsideActor> outside) {
        this(indicators, actions, dynamics, events, outside, List.of(), List.of());
    }

    public Optional<ActionType> action(String id) {
        return with(actions, ActionType::id, id);
    }

    public Optional<WorldEvent> event(String id) {
        return with(events, WorldEvent::id, id);
    }

    public Optional<Dynamic> rule(String id) {
        return with(dynamics, Dynamic::id, id);
    }

    public Optional<OutsideActor> actor(String id) {
        return with(outside, OutsideActor::id, id);
    }

    public Optional<Parameter> parameter(String id) {
        return with(parameters, Parameter::id, id);
    }

    public Optional<Deadline> deadline(String id) {
        return with(deadlines, Deadline::id, id);
    }

    /**
     * The indicator of that id.
     *
     * @throws IllegalArgumentException if the world has none
     */
    public Indicator indicator(String id) {
        return with(indicators, Indicator::id, id)
                .orElseThrow(() -> new IllegalArgumentException("The world has no indicator " + id));
    }

    /** The indicators that are worked out of others, each after those it is worked out of. */
    public List<Indicator> derived() {
        List<Indicator> waiting =
                new ArrayList<>(indicators.stream().filter(Indicator::derived).toList());
        List<Indicator> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<String> names = waiting.stream().map(Indicator::id).toList();
            Indicator next = waiting.stream()
                    .filter(indicator -> names(indicator).stream().noneMatch(names::contains))
                    .findFirst()
                    .orElse(waiting.getFirst());
            waiting.remove(next);
            ordered.add(next);
        }
        return List.copyOf(ordered);
    }

    /** What an indicator is worked out of; nothing when it is not. */
    static List<String> names(Indicator indicator) {
        return indicator.formula() == null ? List.of() : indicator.formula().names();
    }

    /** The ledger at turn 0, where nothing is uncertain or everything is as expected. */
    public List<IndicatorValue> openingLedger() {
        return openingLedger(
                indicator -> indicator.startRange() == null
                        ? indicator.clamp(indicator.start())
                        : indicator.clamp(indicator.startRange().mode()),
                parameter -> parameter.value().mode());
    }

    /** The ledger at turn 0 of a repeat. */
    public List<IndicatorValue> openingLedger(Draws draws) {
        return openingLedger(indicator -> indicator.startBy(draws), parameter -> parameter.drawnBy(draws));
    }

    List<IndicatorValue> openingLedger(Function<Indicator, BigDecimal> starts, Function<Parameter, BigDecimal> drawn) {
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        parameters.forEach(parameter -> numbers.put(parameter.id(), drawn.apply(parameter)));
        indicators.stream()
                .filter(indicator -> !indicator.derived())
                .forEach(indicator -> numbers.put(indicator.id(), Quantity.exact(starts.apply(indicator))));
        derived().forEach(indicator -> numbers.put(indicator.id(), opening(indicator, numbers)));
        return indicators.stream()
                .map(indicator ->
                        new IndicatorValue(indicator.id(), numbers.getOrDefault(indicator.id(), Quantity.ZERO)))
                .toList();
    }

    private static BigDecimal opening(Indicator indicator, Map<String, BigDecimal> numbers) {
        Formula formula = indicator.formula();
        return formula == null
                ? Quantity.ZERO
                : indicator.clamp(formula.value(name -> numbers.getOrDefault(name, Quantity.ZERO))
                        .orElse(indicator.start()));
    }

    public World withActions(List<ActionType> others) {
        return new World(indicators, others, dynamics, events, outside, parameters, deadlines);
    }

    public World withDynamics(List<Dynamic> others) {
        return new World(indicators, actions, others, events, outside, parameters, deadlines);
    }

    public World withEvents(List<WorldEvent> others) {
        return new World(indicators, actions, dynamics, others, outside, parameters, deadlines);
    }

    public World withOutside(List<OutsideActor> others) {
        return new World(indicators, actions, dynamics, events, others, parameters, deadlines);
    }

    public World withParameters(List<Parameter> others) {
        return new World(indicators, actions, dynamics, events, outside, others, deadlines);
    }

    private static <T> Optional<T> with(List<T> all, Function<T, String> name, String id) {
        return all.stream().filter(one -> name.apply(one).equals(id)).findFirst();
    }
}
