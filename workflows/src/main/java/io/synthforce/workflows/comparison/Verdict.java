package io.synthforce.workflows.comparison;

import java.util.Locale;

/** What may be said of an option beside no change. */
public enum Verdict {
    /** Better by more than matters. */
    BETTER,
    /** Worse by more than matters. */
    WORSE,
    /** Whatever the difference is, it is smaller than what matters. */
    NO_DIFFERENCE_THAT_MATTERS,
    /** The interval allows more than one of these. */
    UNDECIDED,
    /** Every run gave the same number, with the change and without; there is no noise to measure. */
    IDENTICAL,
    TOO_FEW_RUNS,
    /** The runs cannot be compared: other models answered, or far more of them failed. */
    NOT_COMPARABLE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
