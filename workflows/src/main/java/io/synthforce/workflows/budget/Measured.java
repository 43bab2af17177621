package io.synthforce.workflows.budget;

import io.synthforce.workflows.budget.Estimate.Range;
import io.synthforce.workflows.turn.Phase;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What answered calls of this installation took, with the models it asks now.
 *
 * @param phases by kind of call; kinds that were not measured often enough are absent
 */
public record Measured(Map<Phase, OfPhase> phases) {

    public static final Measured NOTHING = new Measured(new LinkedHashMap<>());

    /** Fewer say too little about the next one. */
    public static final int ENOUGH = 20;

    public Measured {
        phases = new LinkedHashMap<>(phases);
    }

    /**
     * Extremes of one kind of call.
     *
     * @param calls how many there were
     */
    public record OfPhase(long calls, Range completion, Range millis) {}

    long calls() {
        return phases.values().stream().mapToLong(OfPhase::calls).sum();
    }

    /** Half of the least to twice the most that was seen, within what is possible. */
    Range completion(Phase phase, Terms terms) {
        OfPhase seen = phases.get(phase);
        return seen == null
                ? new Range(1, terms.maxTokens())
                : new Range(
                        seen.completion().low() / 2,
                        Math.min(terms.maxTokens(), seen.completion().high() * 2));
    }

    /** A call that was never measured takes from no time to {@code longest}. */
    Range millis(Phase phase, long longest) {
        OfPhase seen = phases.get(phase);
        return seen == null
                ? new Range(0, longest)
                : new Range(
                        seen.millis().low() / 2, Math.max(1_000, seen.millis().high() * 2));
    }
}
