package io.synthforce.workflows.world;

import io.synthforce.workflows.world.OutsideActor.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with a world beyond its shape: names of nothing, circles, bounds that nothing can keep. */
public final class WorldFaults {

    /** So many effects can be under way at once, or a snapshot would grow too large. */
    public static final int MOST_PENDING = 4000;

    private final World world;
    private final List<String> roles;
    private final List<Fault> faults = new ArrayList<>();

    private WorldFaults(World world, List<String> roles) {
        this.world = world;
        this.roles = roles;
    }

    /** @param roles of the cast */
    public static List<Fault> of(World world, List<String> roles) {
        WorldFaults found = new WorldFaults(world, roles);
        found.check();
        return List.copyOf(found.faults);
    }

    private void check() {
        unique("/indicators", world.indicators(), Indicator::id);
        unique("/parameters", world.parameters(), Parameter::id);
        unique("/rules", world.dynamics(), Dynamic::id);
        unique("/actions", world.actions(), ActionType::id);
        unique("/events", world.events(), WorldEvent::id);
        unique("/outside", world.outside(), OutsideActor::id);
        unique("/deadlines", world.deadlines(), Deadline::id);
        each("/indicators", world.indicators(), this::indicator);
        each("/parameters", world.parameters(), this::parameter);
        faults.addAll(FormulaCircles.in(world));
        each("/rules", world.dynamics(), this::rule);
        each("/actions", world.actions(), this::action);
        each("/events", world.events(), this::event);
        each("/outside", world.outside(), this::actor);
        each("/deadlines", world.deadlines(), this::deadline);
        if (faults.isEmpty()) {
            opening();
            bounded();
        }
    }

    /** How a part of the world is checked, with where it is. */
    private interface Check<T> {
        void at(String place, T part);
    }

    private static <T> void each(String place, List<T> parts, Check<T> check) {
        for (int i = 0; i < parts.size(); i++) {
            check.at(place + "/" + i, parts.get(i));
        }
    }

    private <T> void unique(String place, List<T> parts, Function<T, String> name) {
        List<String> seen = new ArrayList<>();
        each(place, parts, (at, part) -> {
            if (seen.contains(name.apply(part))) {
                add(at + "/id", "There is another '%s'; ids are used once".formatted(name.apply(part)));
            }
            seen.add(name.apply(part));
        });
    }

    private void indicator(String at, Indicator indicator) {
        formula(at + "/formula", indicator.formula());
        BigDecimal min = indicator.min();
        BigDecimal max = indicator.max();
        if (min != null && max != null && min.compareTo(max) >= 0) {
            add(at + "/max", "max has to be greater than min");
        } else if (!indicator.derived()) {
            List<BigDecimal> starts = indicator.startRange() == null
                    ? List.of(indicator.start())
                    : List.of(
                            indicator.startRange().low(), indicator.startRange().high());
            for (BigDecimal start : starts) {
                if (indicator.clamp(start).compareTo(Quantity.exact(start)) != 0) {
                    add(at + "/start", "It starts outside of its bounds");
                } else if (indicator.isRuinedBy(start)) {
                    add(at + "/start", "It starts ruined; ruin is at " + indicator.ruinAt());
                }
            }
        }
    }

    private void parameter(String at, Parameter parameter) {
        if (world.indicators().stream().anyMatch(indicator -> indicator.id().equals(parameter.id()))) {
            add(at + "/id", "'%s' is an indicator too; formulas could mean either".formatted(parameter.id()));
        }
    }

    private void rule(String at, Dynamic rule) {
        changed(at + "/indicator", rule.target());
        formula(at + "/formula", rule.formula());
        if (rule.formula() == null) {
            known(at + "/source", "indicator", rule.source(), indicators());
            if (rule.rateOf() != null) {
                known(at + "/rate", "parameter", rule.rateOf(), parameters());
            }
        }
    }

    private void action(String at, ActionType action) {
        changed(at + "/cost", action.costIndicator());
        action.authority().forEach(role -> known(at + "/authority", "role in the cast", role, roles));
        each(at + "/excludes", action.excludes(), (place, other) -> excluded(place, action, other));
        each(at + "/effects", action.effects(), this::effect);
    }

    private void excluded(String at, ActionType action, String other) {
        if (other.equals(action.id())) {
            add(at, "An action cannot exclude itself");
        } else if (world.action(other).isEmpty()) {
            known(
                    at,
                    "action",
                    other,
                    world.actions().stream().map(ActionType::id).toList());
        } else if (!world.action(other).get().excludes().contains(action.id())) {
            add(at, "'%1$s' excludes '%2$s', so '%2$s' has to exclude '%1$s', too".formatted(action.id(), other));
        }
    }

    private void event(String at, WorldEvent event) {
        formula(at + "/probability", event.probabilityFormula());
        each(
                at + "/private_to",
                event.visibility().roles(),
                (place, role) -> known(place, "role in the cast", role, roles));
        each(at + "/effects", event.effects(), this::effect);
    }

    private void actor(String at, OutsideActor actor) {
        unique(at + "/moves", actor.responses(), Response::move);
        each(at + "/moves", actor.responses(), this::response);
    }

    private void response(String at, Response response) {
        formula(at + "/probability", response.probabilityFormula());
        if (response.probabilityFormula() != null) {
            response.probabilityFormula().names().forEach(name -> seen(at + "/probability", name));
        }
        if (response.toAction() != null) {
            known(
                    at + "/to_action",
                    "action",
                    response.toAction(),
                    world.actions().stream().map(ActionType::id).toList());
        }
        if (response.toEvent() != null) {
            known(
                    at + "/to_event",
                    "public event",
                    response.toEvent(),
                    world.events().stream()
                            .filter(event -> event.visibility().toOutside())
                            .map(WorldEvent::id)
                            .toList());
        }
        if (response.when() != null) {
            known(at + "/when/indicator", "indicator", response.when().indicator(), indicators());
            seen(at + "/when/indicator", response.when().indicator());
        }
        each(at + "/effects", response.effects(), this::effect);
    }

    /** Whether an actor acts is up to what it can know; how much comes of it ({@code scale}) is up to the world. */
    private void seen(String at, String name) {
        if (world.indicators().stream().anyMatch(one -> one.id().equals(name) && one.internal())) {
            add(at, "'%s' is internal: nobody outside knows it to act on".formatted(name));
        }
    }

    private void deadline(String at, Deadline deadline) {
        known(at + "/indicator", "indicator", deadline.indicator(), indicators());
        if (deadline.turn() < 1) {
            add(at + "/by", "The date is before the first turn");
        }
    }

    private void effect(String at, Effect effect) {
        changed(at + "/indicator", effect.indicator());
        formula(at + "/scale", effect.scale());
    }

    private void formula(String at, @Nullable Formula formula) {
        if (formula != null) {
            formula.fault().ifPresent(fault -> add(at, fault));
            List<String> names =
                    Stream.concat(indicators().stream(), parameters().stream()).toList();
            formula.names().forEach(name -> known(at, "indicator or parameter", name, names));
        }
    }

    private void changed(String at, String indicator) {
        known(at, "indicator", indicator, indicators());
        world.indicators().stream()
                .filter(one -> one.id().equals(indicator) && one.derived())
                .forEach(one ->
                        add(at, "'%s' is worked out as %s; change one of these".formatted(indicator, one.formula())));
    }

    private void known(String at, String kind, String name, List<String> possible) {
        if (!possible.contains(name)) {
            add(
                    at,
                    "There is no %s '%s'; possible: %s"
                            .formatted(kind, name, possible.isEmpty() ? "none" : String.join(", ", possible)));
        }
    }

    /** What is worked out has a value where everything starts as expected. */
    private void opening() {
        List<IndicatorValue> ledger = world.openingLedger();
        Function<String, BigDecimal> numbers = name -> world.parameter(name)
                .map(parameter -> parameter.value().mode())
                .orElseGet(() -> ledger.stream()
                        .filter(line -> line.indicator().equals(name))
                        .findFirst()
                        .map(IndicatorValue::value)
                        .orElse(Quantity.ZERO));
        each("/indicators", world.indicators(), (at, indicator) -> {
            if (indicator.formula() != null
                    && indicator.formula().value(numbers).isEmpty()) {
                add(at + "/formula", "It has no value at the start: a division by zero, or no number");
            }
        });
    }

    private void bounded() {
        long pending = Stream.of(
                        world.actions().stream().flatMap(action -> action.effects().stream()),
                        world.events().stream().flatMap(event -> event.effects().stream()),
                        world.outside().stream()
                                .flatMap(actor -> actor.responses().stream())
                                .flatMap(response -> response.effects().stream()))
                .flatMap(effects -> effects)
                .mapToLong(Effect::mostPending)
                .sum();
        if (pending > MOST_PENDING) {
            add(
                    "",
                    "%d effects could be under way at once, more than %d: shorten after, ramp and lasts"
                            .formatted(pending, MOST_PENDING));
        }
    }

    private List<String> indicators() {
        return world.indicators().stream().map(Indicator::id).toList();
    }

    private List<String> parameters() {
        return world.parameters().stream().map(Parameter::id).toList();
    }

    private void add(String at, String message) {
        faults.add(new Fault(at, message));
    }
}
