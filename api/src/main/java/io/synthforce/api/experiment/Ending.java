package io.synthforce.api.experiment;

import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.store.experiment.Experiment.State;
import java.util.List;

/** How a what-if came to its end, where that has to be said before what it has shown. */
final class Ending {

    private Ending() {}

    /** Empty where nothing ended it early, and nothing was added that had not been announced. */
    static String told(Experiment experiment, List<BranchRun> runs) {
        return (experiment.exploratory() ? Experiment.EXPLORATORY + " " : "") + early(experiment, runs);
    }

    private static String early(Experiment experiment, List<BranchRun> runs) {
        if (experiment.state() == State.CANCELLED) {
            return told("Cancelled", experiment, runs);
        }
        return switch (experiment.stoppedBy()) {
            case BUDGET -> told("Stopped by its budget", experiment, runs);
            case RULE -> told("Ended by its stop rule", experiment, runs);
            case null -> "";
        };
    }

    private static String told(String what, Experiment experiment, List<BranchRun> runs) {
        ExperimentProgress progress = ExperimentProgress.of(experiment.plan(), runs);
        return "%s after %d whole block%s of %d. "
                .formatted(what, progress.wholeBlocks(), progress.wholeBlocks() == 1 ? "" : "s", progress.blocks());
    }
}
