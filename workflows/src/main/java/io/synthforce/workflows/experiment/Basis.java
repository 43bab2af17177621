package io.synthforce.workflows.experiment;

import java.util.List;
import java.util.function.Predicate;

/** What the runs of an experiment have in common, and so what their comparison holds for. */
final class Basis {

    private Basis() {}

    static String of(Plan plan, List<RunRecord> records) {
        int base = plan.baseTurn();
        if (plan.ofTrunks()) {
            return ("The decision after turn %d: what is counted are %d trunks, which were played from the start up to it with"
                                    + " draws of their own.")
                            .formatted(base, plan.trunks())
                    + told(records, run -> run.isOverBy(base), " Over by then, and counted by what they came to: %d.")
                    + told(
                            records,
                            run -> run.failed() && run.turns().isEmpty(),
                            " Failed before they were there: %d.");
        }
        return base == 0
                ? "From the start of this simulation: every repeat has draws of its own."
                : ("From turn %d of this simulation: its runs share what was drawn up to turn %d, and differ only by"
                                + " what is drawn and said after it.")
                        .formatted(base, base);
    }

    /** Nothing where there are no such trunks. */
    private static String told(List<RunRecord> records, Predicate<RunRecord> which, String sentence) {
        long trunks = records.stream()
                .filter(which)
                .map(record -> record.run().trunk())
                .distinct()
                .count();
        return trunks == 0 ? "" : sentence.formatted(trunks);
    }
}
