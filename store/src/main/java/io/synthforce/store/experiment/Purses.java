package io.synthforce.store.experiment;

import io.synthforce.store.budget.Budgets;
import io.synthforce.store.experiment.BranchRun.State;
import io.synthforce.store.request.Play;
import io.synthforce.store.request.Plays;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds what-ifs to their own budgets, in whole blocks. */
public class Purses {

    private final Budgets budgets;
    private final Simulations simulations;
    private final Plays plays;

    public Purses(Budgets budgets, Simulations simulations, Plays plays) {
        this.budgets = budgets;
        this.simulations = simulations;
        this.plays = plays;
    }

    /**
     * What may begin now, and whether that is the end.
     *
     * @param begin of the runs that wait those that may begin, in their order
     * @param exhausted no further block fits, nothing moves, and there is a whole block to keep
     */
    public record Allowance(List<BranchRun> begin, boolean exhausted) {}

    public Allowance of(Experiment experiment, List<BranchRun> runs) {
        List<BranchRun> waiting = in(runs, State.WAITING);
        Optional<Purse> found = purse(experiment);
        if (found.isEmpty()) {
            return new Allowance(waiting, false);
        }
        Purse purse = found.get();
        List<BranchRun> begin = purse.mayBegin(runs);
        List<BranchRun> playing = in(runs, State.PLAYING);
        boolean stuck =
                !playing.isEmpty() && !purse.coversATurn() && playing.stream().allMatch(run -> isHeld(experiment, run));
        boolean nothingBegins = playing.isEmpty() && begin.isEmpty() && !waiting.isEmpty();
        return new Allowance(begin, (stuck || nothingBegins) && hasWholeBlock(runs));
    }

    private Optional<Purse> purse(Experiment experiment) {
        return budgets.ofWhatIf(experiment.id())
                .flatMap(balance -> simulations
                        .find(experiment.simulation())
                        .map(SimulationRow::scenario)
                        .map(scenario ->
                                new Purse(balance, budgets.ofBlocks(experiment.id()), budgets.need(scenario))));
    }

    private boolean isHeld(Experiment experiment, BranchRun run) {
        return plays.find(run.branch(), Experiment.playKey(experiment.id()))
                .filter(Play::overBudget)
                .isPresent();
    }

    private static boolean hasWholeBlock(List<BranchRun> runs) {
        return runs.stream().collect(Collectors.groupingBy(run -> run.run().block())).values().stream()
                .anyMatch(Purse::isWhole);
    }

    private static List<BranchRun> in(List<BranchRun> runs, State state) {
        return runs.stream().filter(run -> run.state() == state).toList();
    }
}
