package io.synthforce.workflows.grounding;

import io.synthforce.workflows.grounding.Evidence.Known;
import io.synthforce.workflows.journal.SimulationEvent.IndicatorChanged;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.scenario.Attachment;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.world.ActionType;
import io.synthforce.workflows.world.IndicatorValue;
import io.synthforce.workflows.world.World;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Gathers evidence: every number of the scenario and its world, of what users asked and let happen, and of the ledger, with
 * the changes between its lines. Derived and counted for the turn and the next: by how many per cent a line changed, and
 * what an action's cost would leave of it.
 */
public final class Gathering {

    private static final Moment EVER = Moment.inDiscussion(0);
    private static final Moment FOR_GOOD = Moment.afterDecisions(Integer.MAX_VALUE);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Members by which a rule of the world names the indicator its numbers are of. */
    private static final List<String> NAMING = List.of("indicator", "target", "cost_indicator");

    private static final List<String> TURNS = List.of("after", "ramp", "lasts", "on_turn");

    private final Evidence before;
    private final List<Known> known = new ArrayList<>();

    Gathering(Evidence before) {
        this.before = before;
    }

    public static Gathering of(Scenario scenario, List<IndicatorValue> start) {
        Gathering gathering = Evidence.NONE.more();
        gathering.text(scenario.text(), EVER);
        gathering.values(scenario.issues(), EVER);
        gathering.values(scenario.initialContext(), EVER);
        gathering.values(scenario.directions(), EVER);
        scenario.attachments().forEach(gathering::attached);
        scenario.roles().forEach(role -> gathering.text(role.persona(), EVER).text(role.description(), EVER));
        gathering.magnitudes(Json.mapper().valueToTree(scenario.world()), "", scenario.world());
        gathering.add(BigDecimal.valueOf(scenario.settings().maxTurns()), false, EVER);
        gathering.add(BigDecimal.valueOf(scenario.cast().size()), false, EVER);
        start.forEach(line -> gathering.value(unit(scenario.world(), line.indicator()), line.value(), EVER));
        return gathering;
    }

    private void attached(Attachment attachment) {
        text(attachment.title(), EVER);
        switch (attachment.type()) {
            case MEMO -> text(attachment.text(), EVER);
            case CSV -> values(Cells.of(attachment.text()), EVER);
        }
    }

    /** A text somebody gave, to be relied on from a moment on. */
    public Gathering text(String text, Moment from) {
        Numerals.in(text).forEach(numeral -> add(numeral.value(), numeral.percent(), from));
        return this;
    }

    /** Values somebody gave, as {@code context_override} has them; what they count is not told, so it may be per cents. */
    public Gathering values(Object values, Moment from) {
        given(Json.mapper().valueToTree(values), from);
        return this;
    }

    /** A line of the ledger changed. */
    public Gathering change(IndicatorChanged change, World world, Moment from) {
        String unit = unit(world, change.indicator());
        value(unit, change.to(), from);
        value(unit, change.from(), from);
        value(unit, change.to().subtract(change.from()), from);
        Moment until = Moment.afterDecisions(from.turn() + 1);
        if (change.from().signum() != 0) {
            BigDecimal percent =
                    change.to().subtract(change.from()).multiply(HUNDRED).divide(change.from(), MathContext.DECIMAL32);
            known.add(new Known(percent.abs(), true, from, until));
        }
        for (ActionType action : world.actions()) {
            if (action.costIndicator().equals(change.indicator())) {
                BigDecimal left = change.to().subtract(action.cost());
                known.add(new Known(left.abs(), false, from, until));
                known.add(new Known(left.multiply(scale(unit)).abs(), false, from, until));
            }
        }
        return this;
    }

    public Evidence evidence() {
        return new Evidence(before, known);
    }

    private void value(String unit, BigDecimal value, Moment from) {
        add(value, false, from);
        add(value.multiply(scale(unit)), false, from);
        if (isPercent(unit)) {
            add(value, true, from);
        } else if (isShare(value)) {
            add(value.multiply(HUNDRED), true, from);
        }
    }

    private void given(JsonNode node, Moment from) {
        if (node.isNumber()) {
            add(node.decimalValue(), false, from);
            add(node.decimalValue(), true, from);
            if (isShare(node.decimalValue())) {
                add(node.decimalValue().multiply(HUNDRED), true, from);
            }
        } else if (node.isString()) {
            text(node.stringValue(), from);
        } else {
            node.forEach(child -> given(child, from));
        }
    }

    /** A rule's numbers are in the unit of the indicator it names; turns are plain numbers. */
    private void magnitudes(JsonNode node, String unit, World world) {
        if (node.isNumber()) {
            value(unit, node.decimalValue(), EVER);
        } else if (node.isString()) {
            text(node.stringValue(), EVER);
        } else {
            String here = unitOf(node, unit, world);
            node.forEachEntry((name, child) -> magnitudes(child, TURNS.contains(name) ? "" : here, world));
            if (node.isArray()) {
                node.forEach(child -> magnitudes(child, here, world));
            }
        }
    }

    private static String unitOf(JsonNode rule, String around, World world) {
        return NAMING.stream()
                .map(member -> rule.path(member).stringValue(""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(name -> unit(world, name))
                .orElse(rule.path("unit").stringValue(around));
    }

    private static String unit(World world, String indicator) {
        return world.indicators().stream()
                .filter(line -> line.id().equals(indicator))
                .map(line -> line.unit())
                .findFirst()
                .orElse("");
    }

    private void add(BigDecimal value, boolean percent, Moment from) {
        known.add(new Known(value.abs(), percent, from, FOR_GOOD));
    }

    private static boolean isPercent(String unit) {
        return unit.matches("(?i).*(%|per ?cent|of 100).*");
    }

    private static boolean isShare(BigDecimal value) {
        return value.abs().compareTo(BigDecimal.ONE) <= 0;
    }

    private static BigDecimal scale(String unit) {
        if (unit.matches("(?i)(k|thousand)\\b.*|k[$€£].*")) {
            return BigDecimal.valueOf(1_000);
        }
        return unit.matches("(?i)(m|mn|million)\\b.*|m[$€£].*") ? BigDecimal.valueOf(1_000_000) : BigDecimal.ONE;
    }
}
