package io.synthforce.api.scenario;

import static io.synthforce.api.scenario.EffectReading.formula;
import static java.util.Objects.requireNonNullElse;

import io.synthforce.api.scenario.EffectReading.Chance;
import io.synthforce.api.scenario.ScenarioDocument.ActionPart;
import io.synthforce.api.scenario.ScenarioDocument.ActorPart;
import io.synthforce.api.scenario.ScenarioDocument.DeadlinePart;
import io.synthforce.api.scenario.ScenarioDocument.EventPart;
import io.synthforce.api.scenario.ScenarioDocument.IndicatorPart;
import io.synthforce.api.scenario.ScenarioDocument.Member;
import io.synthforce.api.scenario.ScenarioDocument.MovePart;
import io.synthforce.api.scenario.ScenarioDocument.ParameterPart;
import io.synthforce.api.scenario.ScenarioDocument.RulePart;
import io.synthforce.api.scenario.ScenarioDocument.WhenPart;
import io.synthforce.api.scenario.ScenarioDocument.WorldPart;
import io.synthforce.workflows.scenario.Clock;
import io.synthforce.workflows.world.ActionType;
import io.synthforce.workflows.world.Crossing;
import io.synthforce.workflows.world.Deadline;
import io.synthforce.workflows.world.Dynamic;
import io.synthforce.workflows.world.Indicator;
import io.synthforce.workflows.world.OutsideActor;
import io.synthforce.workflows.world.OutsideActor.Response;
import io.synthforce.workflows.world.Parameter;
import io.synthforce.workflows.world.Quantity;
import io.synthforce.workflows.world.Range;
import io.synthforce.workflows.world.Visibility;
import io.synthforce.workflows.world.World;
import io.synthforce.workflows.world.WorldEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes a world of how a document writes it; what that world lacks is told elsewhere. */
final class WorldReading {

    private final Faults faults;
    private final EffectReading effects;
    private final Clock clock;
    private final int turns;
    private final List<Member> cast;

    /** Any number that can be changed: an action that is free takes nothing of it. */
    private String free = "";

    WorldReading(Faults faults, Clock clock, int turns, List<Member> cast) {
        this.faults = faults;
        this.effects = new EffectReading(faults);
        this.clock = clock;
        this.turns = turns;
        this.cast = cast;
    }

    World read(WorldPart part) {
        free = part.indicators().stream()
                .filter(indicator -> indicator.formula() == null)
                .findFirst()
                .map(IndicatorPart::id)
                .orElse("");
        return new World(
                all("indicators", part.indicators(), this::indicator),
                all("actions", part.actions(), this::action),
                all("rules", part.rules(), this::rule),
                all("events", part.events(), this::event),
                all("outside", part.outside(), this::actor),
                all("parameters", part.parameters(), this::parameter),
                all("deadlines", part.deadlines(), this::deadline));
    }

    private interface Reading<P, T> {
        T read(P part, String at);
    }

    private static <P, T> List<T> all(String name, @Nullable List<P> parts, Reading<P, T> reading) {
        List<T> read = new ArrayList<>();
        for (P part : requireNonNullElse(parts, List.<P>of())) {
            read.add(reading.read(part, "/world/" + name + "/" + read.size()));
        }
        return read;
    }

    private Parameter parameter(ParameterPart part, String at) {
        return new Parameter(part.id(), part.description(), effects.range(part.low(), part.mode(), part.high(), at));
    }

    private Indicator indicator(IndicatorPart part, String at) {
        JsonNode start = part.start();
        if ((start == null) == (part.formula() == null)) {
            faults.add(at, "Give either start, or formula for what is worked out of others");
        }
        Range range = start != null && start.isObject()
                ? effects.range(
                        start.path("low").decimalValue(),
                        start.path("mode").decimalValue(),
                        start.path("high").decimalValue(),
                        at + "/start")
                : null;
        BigDecimal certain = start != null && start.isNumber() ? start.decimalValue() : BigDecimal.ZERO;
        return new Indicator(
                part.id(),
                part.name(),
                part.unit(),
                Indicator.Direction.valueOf(part.direction().toUpperCase(Locale.ROOT)),
                Quantity.exact(range == null ? certain : range.mode()),
                part.min(),
                part.max(),
                part.ruin() == null ? null : part.ruin().at(),
                range,
                formula(part.formula()),
                part.ruin() != null && requireNonNullElse(part.ruin().ends(), true),
                Boolean.TRUE.equals(part.internal()));
    }

    private Dynamic rule(RulePart part, String at) {
        JsonNode rate = part.rate();
        boolean plain = part.constant() != null || rate != null;
        if (plain == (part.formula() != null)) {
            faults.add(at, "Give either constant or rate or both, or a formula");
        }
        return new Dynamic(
                part.id(),
                part.indicator(),
                requireNonNullElse(part.constant(), BigDecimal.ZERO),
                rate != null && rate.isNumber() ? rate.decimalValue() : BigDecimal.ZERO,
                requireNonNullElse(part.source(), part.indicator()),
                part.description(),
                rate != null && rate.isString() ? rate.stringValue() : null,
                formula(part.formula()));
    }

    private WorldEvent event(EventPart part, String at) {
        long ways = Stream.of(part.on() != null, part.turn() != null, part.probability() != null)
                .filter(way -> way)
                .count();
        if (ways != 1) {
            faults.add(at, "Give one of on, turn and probability");
        }
        if (part.visibility() != null && part.privateTo() != null) {
            faults.add(at + "/private_to", "Give either visibility or private_to");
        }
        Chance chance = Chance.of(part.probability());
        return new WorldEvent(
                part.id(),
                part.description(),
                turn(part, at),
                chance.plain(),
                visibility(part),
                effects.effects(part.effects(), at),
                requireNonNullElse(part.domains(), List.of()),
                Boolean.TRUE.equals(part.once()),
                chance.formula());
    }

    private int turn(EventPart part, String at) {
        int turn = part.on() == null
                ? requireNonNullElse(part.turn(), 0)
                : clock.turnOf(faults.date(at + "/on", part.on()));
        if ((part.on() != null || part.turn() != null) && (turn < 1 || turn > turns)) {
            faults.add(
                    at + (part.on() == null ? "/turn" : "/on"), "That is not between the first turn and the horizon");
        }
        return turn;
    }

    private static Visibility visibility(EventPart part) {
        if (part.privateTo() != null) {
            return Visibility.privateTo(part.privateTo());
        }
        return "internal".equals(part.visibility()) ? Visibility.INTERNAL : Visibility.PUBLIC;
    }

    private ActionType action(ActionPart part, String at) {
        Map.Entry<String, BigDecimal> cost =
                part.cost() == null ? null : part.cost().entrySet().iterator().next();
        List<String> claimed = cast.stream()
                .filter(member ->
                        member.authority() != null && member.authority().contains(part.id()))
                .map(Member::role)
                .toList();
        return new ActionType(
                part.id(),
                part.description(),
                cost == null ? BigDecimal.ZERO : cost.getValue(),
                cost == null ? free : cost.getKey(),
                Stream.concat(requireNonNullElse(part.authority(), List.<String>of()).stream(), claimed.stream())
                        .distinct()
                        .toList(),
                requireNonNullElse(part.excludes(), List.of()),
                effects.effects(part.effects(), at),
                Boolean.TRUE.equals(part.once()));
    }

    private OutsideActor actor(ActorPart part, String at) {
        List<Response> moves = new ArrayList<>();
        for (MovePart move : part.moves()) {
            moves.add(move(move, at + "/moves/" + moves.size()));
        }
        return new OutsideActor(part.id(), part.name(), moves);
    }

    private Response move(MovePart part, String at) {
        WhenPart when = part.when();
        if (when != null && (when.above() == null) == (when.below() == null)) {
            faults.add(at + "/when", "Give either above or below");
        }
        Chance chance = Chance.of(part.probability());
        return new Response(
                part.id(),
                part.description(),
                part.toAction(),
                chance.plain(),
                effects.effects(part.effects(), at),
                part.toEvent(),
                when == null ? null : new Crossing(when.indicator(), when.above(), when.below()),
                chance.formula());
    }

    private Deadline deadline(DeadlinePart part, String at) {
        if (part.atLeast() == null && part.atMost() == null) {
            faults.add(at, "Give at_least or at_most");
        }
        int turn = clock.turnOf(faults.date(at + "/by", part.by()));
        if (turn > turns) {
            faults.add(at + "/by", "The day is after the horizon");
        }
        return new Deadline(
                part.id(),
                part.description(),
                turn,
                part.indicator(),
                part.atLeast(),
                part.atMost(),
                Boolean.TRUE.equals(part.ends()));
    }
}
