package io.synthforce.activities.question;

import static io.synthforce.activities.question.Catalogue.plain;

import io.synthforce.workflows.budget.Prompts;
import io.synthforce.workflows.journal.SimulationEvent.IndicatorChanged;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.Dynamic;
import io.synthforce.workflows.world.OutsideActor;
import io.synthforce.workflows.world.World;
import io.synthforce.workflows.world.WorldEvent;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why numbers changed, in words that a role may know. */
record Causes(World world, String role) {

    private static final int LONGEST = Prompts.CAUSE - 30;

    /** By how much and why, what moved it most first: {@code -40 burn, +5 revenue}. */
    List<String> of(List<IndicatorChanged> changes) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        changes.forEach(change -> sums.merge(of(change.cause()), change.to().subtract(change.from()), BigDecimal::add));
        return sums.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, BigDecimal> sum) ->
                                sum.getValue().abs())
                        .reversed())
                .limit(Prompts.CAUSES)
                .map(sum -> (sum.getValue().signum() > 0 ? "+" : "") + plain(sum.getValue()) + " " + sum.getKey())
                .toList();
    }

    /** The numbers are everybody's; what moved them is not, where it is an event that is private to another role. */
    String of(Cause cause) {
        String name = switch (cause.kind()) {
            case ACTION -> "action " + cause.name() + " of turn " + cause.turn();
            case EVENT -> event(cause.name());
            case RULE -> world.rule(cause.name()).map(Dynamic::description).orElse(spoken(cause.name()));
            case OUTSIDE -> outside(cause.name());
            case CHANGE -> "a change";
        };
        String plain = name.replace('(', ',').replace(")", "");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }

    private String event(String id) {
        Optional<WorldEvent> event = world.event(id);
        boolean known = event.map(one -> one.visibility().toRole(role)).orElse(true);
        return known ? event.map(WorldEvent::description).orElse("event " + spoken(id)) : "an event";
    }

    private String outside(String move) {
        int slash = move.indexOf('/');
        String actor = move.substring(0, slash);
        return world.actor(actor).map(OutsideActor::name).orElse(actor) + ": " + spoken(move.substring(slash + 1));
    }

    private static String spoken(String id) {
        return id.replace('_', ' ');
    }
}
