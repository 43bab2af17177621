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
    /** Every run, or every pair of runs, gave the same number with the change and without; there is no noise to measure. */
    IDENTICAL,
    TOO_FEW_RUNS,
    /** A judge counted the runs, and nobody can tell from labels how often it is right. */
    JUDGE_UNCHECKED,
    /** The runs cannot be compared: other models answered, or far more of them failed. */
    NOT_COMPARABLE;

    /**
     * What an interval allows to be said.
     *
     * @param gain of how much better it is
     * @param matters the smallest difference that does, at least 0
     */
    static Verdict of(Interval gain, double matters) {
        if (gain.low() > matters) {
            return BETTER;
        }
        if (gain.high() < -matters) {
            return WORSE;
        }
        boolean small = matters > 0 && gain.low() > -matters && gain.high() < matters;
        return small ? NO_DIFFERENCE_THAT_MATTERS : UNDECIDED;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
