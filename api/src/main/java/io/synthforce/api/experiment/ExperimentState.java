package io.synthforce.api.experiment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.simulation.Standing.Waiting;
import io.synthforce.api.wire.Words;
import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.Experiment;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a what-if stands, as its readers are told whenever that changes. It says nothing of outcomes.
 *
 * @param waiting why nothing moves, and until when; null when something does
 * @param runs in the first event of a connection all of them, in later ones those that have changed
 */
@Schema(name = "ExperimentState")
record ExperimentState(
        @Schema(example = "running") String state,
        ExperimentProgress progress,
        @Nullable Waiting waiting,
        List<Run> runs) {

    /** One branch, and how far it is. */
    @Schema(name = "ExperimentStateRun")
    record Run(
            @Nullable String option,
            int block,
            int repeat,
            UUID sessionId,
            @Schema(example = "playing") String state) {

        static Run of(Experiment experiment, BranchRun run) {
            return new Run(
                    ExperimentAnswer.nameOf(experiment, run),
                    run.run().block(),
                    run.run().repeat(),
                    run.branch(),
                    Words.of(run.state()));
        }
    }

    static ExperimentState of(Experiment experiment, List<BranchRun> runs, @Nullable Waiting waiting) {
        return new ExperimentState(
                Words.of(experiment.state()),
                ExperimentProgress.of(experiment.plan(), runs),
                waiting,
                runs.stream().map(run -> Run.of(experiment, run)).toList());
    }

    /** The same, with no other runs than those that were otherwise before. */
    ExperimentState since(@Nullable ExperimentState before) {
        return before == null
                ? this
                : new ExperimentState(
                        state,
                        progress,
                        waiting,
                        runs.stream().filter(run -> !before.runs.contains(run)).toList());
    }
}
