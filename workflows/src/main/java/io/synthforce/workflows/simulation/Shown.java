package io.synthforce.workflows.simulation;

import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.simulation.SimulationActivities.Labels;
import io.synthforce.workflows.turn.Phase;
import io.synthforce.workflows.turn.Turn;
import io.temporal.common.SearchAttributeKey;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people see of a running simulation in the Temporal UI: search attributes and current details. */
public final class Shown {

    public static final SearchAttributeKey<String> STATUS = SearchAttributeKey.forKeyword("SynthforceStatus");
    public static final SearchAttributeKey<Long> TURN = SearchAttributeKey.forLong("SynthforceTurn");
    public static final SearchAttributeKey<String> OWNER = SearchAttributeKey.forKeyword("SynthforceOwner");
    public static final SearchAttributeKey<String> ROOT = SearchAttributeKey.forKeyword("SynthforceRoot");
    public static final SearchAttributeKey<String> PARENT = SearchAttributeKey.forKeyword("SynthforceParent");

    /** The attributes a namespace needs before the first simulation starts. */
    public static final List<SearchAttributeKey<?>> KEYS = List.of(STATUS, TURN, OWNER, ROOT, PARENT);

    private Shown() {}

    static void identity(Labels labels) {
        Workflow.upsertTypedSearchAttributes(OWNER.valueSet(labels.owner()), ROOT.valueSet(labels.root()));
        if (labels.parent() != null) {
            Workflow.upsertTypedSearchAttributes(PARENT.valueSet(labels.parent()));
        }
    }

    static void progress(Status status, SimulationState state, Labels labels) {
        Workflow.upsertTypedSearchAttributes(STATUS.valueSet(word(status)), TURN.valueSet((long) state.turn()));
        Workflow.setCurrentDetails(
                "**%s** · turn %d of %d\n\n%s".formatted(word(status), state.turn(), labels.maxTurns(), ledger(state)));
    }

    static void playing(Turn turn, Phase phase, SimulationState before, Labels labels) {
        Workflow.setCurrentDetails("**playing turn %d of %d** · %s\n\n%s"
                .formatted(turn.number(), labels.maxTurns(), phase.label(), ledger(before)));
    }

    private static String ledger(SimulationState state) {
        return state.ledger().stream()
                .map(line -> "- " + line.indicator() + ": " + line.value())
                .collect(Collectors.joining("\n"));
    }

    private static String word(@Nullable Status status) {
        return status == null ? "unknown" : status.name().toLowerCase(java.util.Locale.ROOT);
    }
}
