package io.synthforce.workflows.experiment;

import java.util.List;

/** Whether an experiment's own rule ends it. */
public final class Stopping {

    private Stopping() {}

    /** Whether no further block need begin: there is enough of what counts, and the intervals of all options are narrow. */
    public static boolean isDue(Plan plan, List<RunRecord> records) {
        StopRule rule = plan.design().stop();
        return rule != null
                && Trials.units(plan, records) >= rule.atLeast()
                && Judging.of(plan, records).stream()
                        .allMatch(judgement ->
                                2 * judgement.half() <= rule.width().doubleValue());
    }
}
