package io.synthforce.api.experiment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.BranchRun.State;
import io.synthforce.workflows.experiment.Plan;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How many branches of a what-if there are of each kind, and how many blocks.
 *
 * @param skipped never played, as the what-if ended before
 * @param stopped in their middle, as the what-if ended; their blocks do not count
 * @param block how many have begun
 * @param wholeBlocks of which every run is over; they are what is compared
 * @param blocks as many as were asked for, with those of extensions
 */
@Schema(name = "ExperimentProgress")
record ExperimentProgress(
        int waiting,
        int playing,
        int ended,
        int failed,
        int skipped,
        int stopped,
        int total,
        int block,
        int wholeBlocks,
        int blocks) {

    private static final Set<State> NOT_BEGUN = Set.of(State.WAITING, State.SKIPPED);

    static ExperimentProgress of(Plan plan, List<BranchRun> runs) {
        return new ExperimentProgress(
                count(runs, State.WAITING),
                count(runs, State.PLAYING),
                count(runs, State.ENDED),
                count(runs, State.FAILED),
                count(runs, State.SKIPPED),
                count(runs, State.STOPPED),
                runs.size(),
                (int) runs.stream()
                        .filter(run -> !NOT_BEGUN.contains(run.state()))
                        .map(run -> run.run().block())
                        .distinct()
                        .count(),
                whole(runs),
                plan.blocks());
    }

    private static int whole(List<BranchRun> runs) {
        Predicate<List<BranchRun>> over =
                block -> block.stream().allMatch(run -> run.state().isPlayed());
        return (int)
                runs.stream().collect(Collectors.groupingBy(run -> run.run().block())).values().stream()
                        .filter(over)
                        .count();
    }

    private static int count(List<BranchRun> runs, State state) {
        return (int) runs.stream().filter(run -> run.state() == state).count();
    }
}
