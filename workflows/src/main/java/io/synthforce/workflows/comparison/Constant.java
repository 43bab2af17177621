package io.synthforce.workflows.comparison;

/**
 * Judges what did not vary. There is no spread to make an interval of, but that all runs of a kind, or all pairs, came out
 * alike is evidence by itself: of an effect where an exact test of their signs or order sees one.
 *
 * @param paired whether it is the differences of pairs that did not vary
 */
record Constant(Arms arms, boolean paired) {

    static boolean is(Arms arms, boolean paired) {
        return paired
                ? Contrast.differences(arms.changed(), arms.unchanged()).isConstant()
                : arms.changed().isConstant() && arms.unchanged().isConstant();
    }

    /** @param alpha how often it may err for this option */
    Verdict verdict(boolean upIsBetter, double matters, double alpha) {
        double difference = difference();
        if (difference == 0) {
            return Verdict.IDENTICAL;
        }
        double gain = upIsBetter ? difference : -difference;
        return chance() <= alpha ? Verdict.of(new Interval(gain, gain), matters) : Verdict.UNDECIDED;
    }

    double difference() {
        return arms.changed().mean() - arms.unchanged().mean();
    }

    /** Two-sided, that all pairs lie on one side, or all runs of a kind before all others, if nothing differed. */
    private double chance() {
        double chance = 2;
        for (int i = 1; i <= arms.changed().n(); i++) {
            chance *= paired ? 0.5 : (double) i / (i + arms.unchanged().n());
        }
        return chance;
    }
}
