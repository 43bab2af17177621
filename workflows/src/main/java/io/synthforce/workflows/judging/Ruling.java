package io.synthforce.workflows.judging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the judge said.
 *
 * @param holds of the statement as it was put; null when there was no usable answer
 * @param evidence each quote was found in the run by code
 * @param reason in the judge's words, or why there was no usable answer
 * @param model who answered, null when nobody did
 * @param leftOut so many characters of the run the judge was not shown
 */
public record Ruling(
        Matter matter,
        @Nullable Holds holds,
        List<Quote> evidence,
        String reason,
        @Nullable String model,
        boolean scripted,
        int leftOut) {

    public Ruling {
        evidence = List.copyOf(evidence);
    }

    /** There was no answer that could be used. */
    public static Ruling unusable(Matter matter, String reason, int leftOut) {
        return new Ruling(matter, null, List.of(), reason, null, false, leftOut);
    }

    /** The same, said by that model. */
    public Ruling by(@Nullable String servedBy, boolean byScript) {
        return holds == null ? this : new Ruling(matter, holds, evidence, reason, servedBy, byScript, leftOut);
    }

    /** Whether the proposition holds, however the statement was put. */
    public @Nullable Holds meaning() {
        return holds == null || matter.asking() != Asking.NEGATED ? holds : holds.negated();
    }
}
