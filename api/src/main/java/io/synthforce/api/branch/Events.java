package io.synthforce.api.branch;

import io.synthforce.workflows.scenario.Settings;
import io.synthforce.workflows.world.Dynamic;
import io.synthforce.workflows.world.Effect;
import io.synthforce.workflows.world.Formula;
import io.synthforce.workflows.world.Range;
import io.synthforce.workflows.world.Visibility;
import io.synthforce.workflows.world.WorldEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Reads what is to happen in a world: events with their effects, and rules. */
final class Events {

    private static final int MOST_EFFECTS = 10;

    private Events() {}

    static WorldEvent read(String id, Members members) {
        boolean scheduled = members.has("on_turn");
        if (scheduled == members.has("probability")) {
            throw members.fault(
                    "on_turn", "missing", "Give either on_turn, when it happens, or probability, how likely in a turn");
        }
        WorldEvent event = new WorldEvent(
                id,
                members.text("description", 1000).orElseThrow(() -> members.missing("description")),
                members.integer("on_turn", 1, Settings.MOST_TURNS).orElse(0),
                members.number("probability").map(BigDecimal::doubleValue).orElse(0.0),
                visibility(members),
                members.objects("effects", MOST_EFFECTS).stream()
                        .map(Events::effect)
                        .toList());
        members.requireNoMore();
        return event;
    }

    /** A rate may be the name of a parameter; a formula takes the place of constant and rate. */
    static Dynamic rule(String id, Members members) {
        String indicator = members.text("indicator", 255).orElseThrow(() -> members.missing("indicator"));
        boolean named = members.member("rate").filter(String.class::isInstance).isPresent();
        Dynamic rule = new Dynamic(
                id,
                indicator,
                members.number("constant").orElse(BigDecimal.ZERO),
                named ? BigDecimal.ZERO : members.number("rate").orElse(BigDecimal.ZERO),
                members.text("source", 255).orElse(indicator),
                members.text("description", 1000).orElse(null),
                named ? members.text("rate", 40).orElse(null) : null,
                members.text("formula", Formula.LONGEST).map(Formula::new).orElse(null));
        members.requireNoMore();
        return rule;
    }

    private static Visibility visibility(Members members) {
        String role = members.text("role", 255)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .orElse(null);
        String scope = members.text("visibility", 255).orElse(role == null ? "public" : "private");
        return switch (scope) {
            case "public" -> Visibility.PUBLIC;
            case "internal" -> Visibility.INTERNAL;
            case "private" -> {
                if (role == null) {
                    throw members.missing("role");
                }
                yield new Visibility(Visibility.Scope.PRIVATE, role);
            }
            default -> throw members.fault("visibility", "enum", "Input should be 'public', 'internal' or 'private'");
        };
    }

    private static Effect effect(Members members) {
        Effect effect = new Effect(
                members.text("indicator", 255).orElseThrow(() -> members.missing("indicator")),
                amount(members),
                members.integer("after", 0, Settings.MOST_TURNS).orElse(0),
                members.integer("ramp", 1, Settings.MOST_TURNS).orElse(1),
                members.integer("lasts", 0, Settings.MOST_TURNS).orElse(0),
                members.text("scale", Formula.LONGEST).map(Formula::new).orElse(null));
        members.requireNoMore();
        return effect;
    }

    /** A number, or a range of low, mode and high. */
    private static Range amount(Members members) {
        Object amount = members.member("amount").orElseThrow(() -> members.missing("amount"));
        if (amount instanceof Number) {
            BigDecimal exact = members.number("amount").orElseThrow();
            return new Range(exact, exact, exact);
        }
        Members range = members.object("amount", amount);
        List<BigDecimal> ends = List.of("low", "mode", "high").stream()
                .map(name -> range.number(name).orElseThrow(() -> range.missing(name)))
                .toList();
        range.requireNoMore();
        if (ends.get(0).compareTo(ends.get(1)) > 0 || ends.get(1).compareTo(ends.get(2)) > 0) {
            throw members.fault("amount", "value_error", "A range needs low <= mode <= high");
        }
        return new Range(ends.get(0), ends.get(1), ends.get(2));
    }
}
