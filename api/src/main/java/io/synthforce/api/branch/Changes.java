package io.synthforce.api.branch;

import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.api.wire.Canonical;
import io.synthforce.workflows.change.AddSeat;
import io.synthforce.workflows.change.AmendScenario;
import io.synthforce.workflows.change.Change;
import io.synthforce.workflows.change.DirectAgent;
import io.synthforce.workflows.change.InvalidChange;
import io.synthforce.workflows.change.PutEvent;
import io.synthforce.workflows.change.PutRule;
import io.synthforce.workflows.change.RemoveEvent;
import io.synthforce.workflows.change.RemoveRule;
import io.synthforce.workflows.change.RemoveSeat;
import io.synthforce.workflows.change.SetContext;
import io.synthforce.workflows.change.SetDecisionRule;
import io.synthforce.workflows.change.SetIndicator;
import io.synthforce.workflows.change.SetParameter;
import io.synthforce.workflows.scenario.DecisionRule;
import io.synthforce.workflows.scenario.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads modifications as the typed changes they mean. */
public final class Changes {

    private static final int LONGEST_TEXT = 5000;
    private static final int LONGEST_NAME = 255;
    private static final int MOST_GOALS = 20;
    private static final String TYPES = "'context', 'scenario', 'agent', 'cast_added', 'cast_removed', 'indicator',"
            + " 'parameter', 'event', 'event_removed', 'rule', 'rule_removed', 'decision_rule'";

    private final String field;
    private final Modification modification;
    private final boolean anyType;
    private final Members members;

    private Changes(String field, Modification modification, boolean anyType) {
        this.field = field;
        this.modification = modification;
        this.anyType = anyType;
        this.members = new Members(field + ".change", modification.change());
    }

    /**
     * One change for each modification, in their order.
     *
     * @param field where the list lies in the request, dotted, such as {@code body.changes}
     * @throws InvalidRequest if one cannot be read
     */
    public static List<Change> of(String field, List<Modification> modifications) {
        return of(field, modifications, false);
    }

    /** As clients of the reference write them, who may call a type what they like: one nobody knows is a fact. */
    public static List<Change> ofAnyType(String field, List<Modification> modifications) {
        return of(field, modifications, true);
    }

    private static List<Change> of(String field, List<Modification> modifications, boolean anyType) {
        List<Change> changes = new ArrayList<>();
        for (Modification modification : modifications) {
            changes.add(new Changes(field + "." + changes.size(), modification, anyType).read());
        }
        return changes;
    }

    /** What a change that its scenario does not allow means for the request it came in. */
    public static InvalidRequest refused(String field, InvalidChange invalid) {
        String member = invalid.member().equals("target") ? "target" : "change." + invalid.member();
        return new InvalidRequest(
                "%s.%d.%s".formatted(field, invalid.index(), member),
                "value_error",
                String.valueOf(invalid.getMessage()));
    }

    /** Each with its type, as it is stored. */
    public static List<Map<String, Object>> shown(List<Change> changes) {
        return BranchAnswer.shown(changes);
    }

    private Change read() {
        return switch (modification.type()) {
            case "context" -> context();
            case "scenario" -> scenario();
            case "agent" -> agent();
            case "cast_added" ->
                new AddSeat(lower(named()), members.text("name", LONGEST_NAME).orElse(null));
            case "cast_removed" -> new RemoveSeat(lower(named()));
            case "indicator" -> indicator();
            case "parameter" ->
                new SetParameter(named(), members.number("value").orElseThrow(() -> members.missing("value")));
            case "event" -> new PutEvent(Events.read(named(), members));
            case "event_removed" -> new RemoveEvent(named());
            case "rule" -> new PutRule(Events.rule(named(), members));
            case "rule_removed" -> new RemoveRule(named());
            case "decision_rule" -> decisionRule();
            default -> ofUnknownType();
        };
    }

    /** What of the scenario a change is about. */
    private String named() {
        String target = modification.target();
        int length = target.codePointCount(0, target.length());
        if (length < 1 || length > LONGEST_NAME) {
            throw new InvalidRequest(
                    field + ".target",
                    length < 1 ? "string_too_short" : "string_too_long",
                    "String should have 1 to %d characters where something of the scenario is named"
                            .formatted(LONGEST_NAME));
        }
        return target;
    }

    private Change ofUnknownType() {
        if (!anyType) {
            throw new InvalidRequest(field + ".type", "enum", "Input should be one of " + TYPES);
        }
        return context();
    }

    /** A fact under the target's name, or else its type's; {@code value} alone is the fact itself, null takes it away. */
    private Change context() {
        Map<String, Object> change = Canonical.of(modification.change());
        Map<String, Object> facts = new LinkedHashMap<>();
        boolean plain = change.size() == 1 && change.containsKey("value");
        String name = modification.target().isEmpty() ? modification.type() : modification.target();
        facts.put(name, plain ? change.get("value") : change);
        return new SetContext(facts);
    }

    /** Another text, a paragraph more, or else what the scenario is from now on under the target's name. */
    private Change scenario() {
        if (!members.has("text") & !members.has("addition")) {
            return context();
        }
        Change change = new AmendScenario(
                members.text("text", LONGEST_TEXT).orElse(null),
                members.text("addition", LONGEST_TEXT).orElse(null));
        members.requireNoMore();
        return change;
    }

    private Change agent() {
        Integer absence = members.integer("absent_turns", 0, Settings.MOST_TURNS)
                .or(() -> members.flag("absent").map(absent -> absent ? Settings.MOST_TURNS : 0))
                .orElse(null);
        members.has("absent");
        String model = members.text("model", LONGEST_NAME).orElse(null);
        return new DirectAgent(
                lower(named()),
                members.text("persona", LONGEST_TEXT).orElse(null),
                members.texts("goals", MOST_GOALS).orElse(null),
                Canonical.of(members.rest()),
                absence,
                model);
    }

    private Change indicator() {
        Change change = new SetIndicator(
                named(),
                members.number("value").orElse(null),
                members.number("by").orElse(null));
        members.requireNoMore();
        return change;
    }

    private Change decisionRule() {
        String named = members.text("rule", LONGEST_NAME).orElseThrow(() -> members.missing("rule"));
        try {
            return new SetDecisionRule(
                    named(),
                    DecisionRule.valueOf(named.toUpperCase(Locale.ROOT)),
                    members.text("owner", LONGEST_NAME).map(Changes::lower).orElse(null));
        } catch (IllegalArgumentException unknown) {
            throw members.fault("rule", "enum", "Input should be 'owner', 'ceo', 'majority' or 'consent'");
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
