package io.synthforce.activities.simulation;

import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.BranchRun.State;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.store.experiment.Experiments;
import io.synthforce.store.experiment.RunRecords;
import io.synthforce.store.experiment.Trunk;
import io.synthforce.store.request.Outcome;
import io.synthforce.store.request.Play;
import io.synthforce.store.request.Plays;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.experiment.PlannedRun;
import io.synthforce.workflows.experiment.RunRecord;
import io.synthforce.workflows.simulation.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What becomes of an experiment's own trunks, and which of their branches can begin. */
final class TrunkPlays {

    private final Experiments experiments;
    private final Simulations simulations;
    private final Plays plays;
    private final RunRecords records;

    TrunkPlays(Experiments experiments, Simulations simulations, Plays plays, RunRecords records) {
        this.experiments = experiments;
        this.simulations = simulations;
        this.plays = plays;
        this.records = records;
    }

    /** Keeps what came of those that have ended. Branches come first: a trunk that has ended is not looked at again. */
    void look(Experiment experiment) {
        experiments.trunks(experiment.id()).stream()
                .filter(trunk -> trunk.state() == State.PLAYING)
                .forEach(trunk -> look(experiment, trunk));
    }

    /** Its play is read first, or the trunk might be older than its end. */
    private void look(Experiment experiment, Trunk trunk) {
        Optional<Outcome> ended = play(experiment, trunk).map(Play::outcome);
        Optional<SimulationRow> found = simulations.find(trunk.simulation());
        if (found.isEmpty()) {
            end(experiment, trunk, 0, "it was deleted");
            return;
        }
        SimulationRow row = found.get();
        if (row.currentTurn() >= experiment.plan().baseTurn()) {
            experiments.endTrunk(experiment.id(), trunk.simulation(), row.currentTurn(), null);
        } else if (row.status() == Status.COMPLETED) {
            end(experiment, trunk, row.currentTurn(), null, run -> records.ofOver(row, run));
        } else if (!experiment.isStopping()) {
            ended.ifPresent(outcome -> end(experiment, trunk, row.currentTurn(), reason(outcome)));
        }
    }

    private static String reason(Outcome outcome) {
        return Optional.ofNullable(outcome.detail()).orElse("it was stopped");
    }

    private void end(Experiment experiment, Trunk trunk, int turn, String failure) {
        String told = "trunk %d did not get to turn %d: %s"
                .formatted(trunk.number(), experiment.plan().baseTurn(), failure);
        end(experiment, trunk, turn, failure, run -> RunRecords.unplayed(run, told));
    }

    private void end(
            Experiment experiment,
            Trunk trunk,
            int turn,
            @Nullable String failure,
            Function<PlannedRun, RunRecord> record) {
        experiments.runs(experiment.id()).stream()
                .filter(run -> run.run().trunk() == trunk.number())
                .forEach(run -> experiments.end(experiment.id(), run.branch(), record.apply(run.run())));
        experiments.endTrunk(experiment.id(), trunk.simulation(), turn, failure);
    }

    /** What can begin, in the order of blocks: trunks, and branches whose trunk is where they are forked. */
    List<UUID> waiting(Experiment experiment, List<BranchRun> runs) {
        List<Trunk> trunks = experiments.trunks(experiment.id());
        List<Turn> turns = new ArrayList<>();
        trunks.stream()
                .filter(trunk -> trunk.state() == State.WAITING)
                .forEach(trunk -> turns.add(new Turn(trunk.number(), -1, trunk.simulation())));
        runs.stream()
                .filter(run -> run.state() == State.WAITING && canBegin(experiment, run, trunks))
                .forEach(run -> turns.add(new Turn(run.run().block(), run.run().position(), run.branch())));
        turns.sort(Comparator.comparingInt(Turn::block).thenComparingInt(Turn::position));
        return turns.stream().map(Turn::simulation).toList();
    }

    /** Those that were stopped because the experiment ends are waited for no more. */
    List<UUID> playing(Experiment experiment) {
        return experiments.trunks(experiment.id()).stream()
                .filter(trunk -> trunk.state() == State.PLAYING)
                .filter(trunk -> !experiment.isStopping()
                        || play(experiment, trunk).filter(Play::goesOn).isPresent())
                .map(Trunk::simulation)
                .toList();
    }

    private Optional<Play> play(Experiment experiment, Trunk trunk) {
        return plays.find(trunk.simulation(), Experiment.playKey(experiment.id()));
    }

    private static boolean canBegin(Experiment experiment, BranchRun run, List<Trunk> trunks) {
        return trunks.isEmpty()
                || trunks.get(run.run().trunk() - 1).isAt(experiment.plan().baseTurn());
    }

    /** Whose turn it is to begin. The first block of a trunk has the trunk's number. */
    private record Turn(int block, int position, UUID simulation) {}
}
