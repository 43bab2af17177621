package io.synthforce.store.experiment;

import io.synthforce.store.experiment.BranchRun.State;
import io.synthforce.store.request.Outcome;
import io.synthforce.store.request.Outcomes;
import io.synthforce.workflows.experiment.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes how an experiment ended and answers its request, once. */
final class Concluding {

    private static final Outcome DEFECT = new Outcome(
            500,
            "experiment_failed",
            "The what-if met a defect of the product and was ended; what its branches played is kept. The log of the"
                    + " worker says more.");

    private final TransactionTemplate transaction;
    private final Outcomes outcomes;
    private final ExperimentRows rows;
    private final TrunkRows trunks;

    Concluding(TransactionTemplate transaction, Outcomes outcomes, ExperimentRows rows, TrunkRows trunks) {
        this.transaction = transaction;
        this.outcomes = outcomes;
        this.rows = rows;
        this.trunks = trunks;
    }

    /** @see Experiments#conclude */
    void conclude(UUID experiment) {
        transaction.executeWithoutResult(_ -> rows.find(experiment).ifPresent(this::conclude));
    }

    /** @see Experiments#fail */
    List<UUID> fail(UUID experiment) {
        List<UUID> stopped = new ArrayList<>();
        transaction.executeWithoutResult(_ -> {
            if (rows.set(experiment, Experiment.State.FAILED)) {
                trunks.of(experiment).stream()
                        .filter(trunk -> trunk.state() == State.PLAYING)
                        .forEach(trunk -> stopped.add(trunk.simulation()));
                trunks.close(experiment);
                rows.close(experiment);
                rows.request(experiment).ifPresent(request -> outcomes.write(request, DEFECT));
            }
        });
        stopped.addAll(rows.stopped(experiment));
        return stopped;
    }

    private void conclude(Experiment experiment) {
        boolean cancelled = experiment.state() == Experiment.State.CANCELLING;
        if (rows.set(experiment.id(), cancelled ? Experiment.State.CANCELLED : Experiment.State.DONE)) {
            trunks.close(experiment.id());
            rows.close(experiment.id());
            outcomes.write(experiment.request(), outcome(experiment, cancelled));
        }
    }

    /** Without a pair of runs that ended there is nothing to tell. */
    private Outcome outcome(Experiment experiment, boolean cancelled) {
        List<BranchRun> runs = rows.runs(experiment.id());
        boolean changed = runs.stream().anyMatch(run -> !run.run().changesNothing() && run.state() == State.ENDED);
        boolean unchanged = runs.stream().anyMatch(run -> run.run().changesNothing() && run.state() == State.ENDED);
        if (changed && unchanged) {
            return Outcome.OK;
        }
        if (cancelled) {
            return new Outcome(
                    409, "experiment_cancelled", "The what-if was cancelled before two runs could be compared.");
        }
        String why = runs.stream()
                .map(BranchRun::record)
                .flatMap(record -> Optional.ofNullable(record).map(RunRecord::failure).stream())
                .findFirst()
                .orElse("no branch reached its horizon");
        return new Outcome(500, "experiment_failed", "Nothing could be compared: " + why);
    }
}
