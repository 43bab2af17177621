package io.synthforce.activities.simulation;

import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.BranchRun.State;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.store.experiment.Experiments;
import io.synthforce.store.experiment.RunRecords;
import io.synthforce.store.request.Outcome;
import io.synthforce.store.request.Play;
import io.synthforce.store.request.PlayInputs;
import io.synthforce.store.request.Plays;
import io.synthforce.store.request.RequestRow;
import io.synthforce.store.request.Requests;
import io.synthforce.store.request.Requests.Submitted;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.experiment.ExperimentActivities;
import io.synthforce.workflows.experiment.Plan;
import io.synthforce.workflows.experiment.RunRecord;
import io.synthforce.workflows.experiment.Stopping;
import io.synthforce.workflows.judging.Docket;
import io.synthforce.workflows.judging.Matter;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.simulation.Bell;
import io.synthforce.workflows.simulation.Operation;
import io.synthforce.workflows.simulation.Status;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an experiment's workflow does in the store: lets branches play, keeps what came of them, answers its request. */
final class ExperimentActivitiesImpl implements ExperimentActivities {

    private final Experiments experiments;
    private final Simulations simulations;
    private final Requests requests;
    private final Plays plays;
    private final RunRecords records;
    private final TrunkPlays trunks;

    ExperimentActivitiesImpl(
            Experiments experiments, Simulations simulations, Requests requests, Plays plays, RunRecords records) {
        this.experiments = experiments;
        this.simulations = simulations;
        this.requests = requests;
        this.plays = plays;
        this.records = records;
        this.trunks = new TrunkPlays(experiments, simulations, plays, records);
    }

    @Override
    public Standing look(UUID id) {
        Optional<Experiment> found =
                experiments.find(id).filter(experiment -> experiment.state().goesOn());
        if (found.isEmpty()) {
            return Standing.GONE;
        }
        Experiment experiment = found.get();
        experiments.lookAfter(experiment.request());
        trunks.look(experiment);
        experiments.runs(id).stream()
                .filter(run -> run.state() == State.PLAYING)
                .forEach(run -> record(experiment, run).ifPresent(record -> experiments.end(id, run.branch(), record)));
        List<BranchRun> runs = stopped(experiment, experiments.runs(id));
        return new Standing(
                true,
                experiment.state() == Experiment.State.CANCELLING,
                label(experiment.plan()),
                trunks.waiting(experiment, runs),
                Stream.concat(trunks.playing(experiment).stream(), in(runs, State.PLAYING).stream())
                        .toList(),
                in(runs, State.ENDED).size() + in(runs, State.FAILED).size(),
                unjudged(experiment, runs));
    }

    /** Only once every branch has ended, as which runs are judged twice is drawn from those that did. */
    private List<Matter> unjudged(Experiment experiment, List<BranchRun> runs) {
        int propositions = experiment.plan().propositions().size();
        boolean open = runs.stream().anyMatch(run -> run.state() == State.WAITING || run.state() == State.PLAYING);
        if (propositions == 0 || open) {
            return List.of();
        }
        List<RunRecord> records = runs.stream()
                .flatMap(run -> Optional.ofNullable(run.record()).stream())
                .filter(record -> !record.failed() && !record.turns().isEmpty())
                .toList();
        return simulations.find(experiment.simulation()).stream()
                .map(trunk -> trunk.scenario().rootSeed())
                .flatMap(seed -> Docket.of(
                        propositions,
                        records.stream().map(record -> record.run().position()).toList(),
                        seed)
                        .stream())
                .filter(matter -> records.stream().noneMatch(record -> record.isRuledOn(matter)))
                .toList();
    }

    private static String label(Plan plan) {
        String trunks = plan.ofTrunks() ? "%d trunks · ".formatted(plan.trunks()) : "";
        return "%s%d options · %d repeats · turns %d to %d"
                .formatted(trunks, plan.options().size(), plan.repeats(), plan.baseTurn() + 1, plan.horizon());
    }

    private List<BranchRun> stopped(Experiment experiment, List<BranchRun> runs) {
        List<RunRecord> records = runs.stream()
                .flatMap(run -> Optional.ofNullable(run.record()).stream())
                .toList();
        if (in(runs, State.WAITING).isEmpty() || !Stopping.isDue(experiment.plan(), records)) {
            return runs;
        }
        experiments.skipRest(experiment.id());
        return experiments.runs(experiment.id());
    }

    @Override
    public boolean begin(UUID id, UUID branch) {
        Optional<Experiment> experiment = experiments.find(id);
        experiments.begin(id, branch);
        return experiment.isPresent() && begin(experiment.get(), branch);
    }

    private boolean begin(Experiment experiment, UUID branch) {
        String body = Json.write(new PlayInputs(until(experiment, branch)));
        if (!(requests.submit(branch, key(experiment.id()), Operation.PLAY, body) instanceof Submitted.Stored stored)) {
            return false;
        }
        Outcome outcome = stored.request().outcome();
        if (outcome != null) {
            experiments.runs(experiment.id()).stream()
                    .filter(run -> run.branch().equals(branch))
                    .forEach(run -> end(experiment, run, outcome));
        }
        return outcome == null;
    }

    private int until(Experiment experiment, UUID branch) {
        boolean trunk = experiments.trunks(experiment.id()).stream()
                .anyMatch(one -> one.simulation().equals(branch));
        return trunk ? experiment.plan().baseTurn() : experiment.plan().horizon();
    }

    @Override
    public @Nullable Bell stop(UUID id, UUID branch) {
        if (requests.submit(branch, key(id) + "/stop", Operation.STOP, "{}") instanceof Submitted.Stored stored
                && stored.request().outcome() == null) {
            RequestRow request = stored.request();
            return new Bell(request.id(), request.operation());
        }
        return null;
    }

    @Override
    public void conclude(UUID experiment) {
        experiments.conclude(experiment);
    }

    /** What came of a branch, when something did. Its play is read first, or the branch might be older than its end. */
    private Optional<RunRecord> record(Experiment experiment, BranchRun run) {
        Optional<Outcome> ended = plays.latest(run.branch()).map(Play::outcome);
        Optional<SimulationRow> branch = simulations.find(run.branch());
        if (branch.isEmpty()) {
            return Optional.of(RunRecords.deleted(run.run()));
        }
        return isOver(branch.get(), experiment)
                ? Optional.of(record(experiment, run, branch.get(), Outcome.OK))
                : ended.map(outcome -> record(experiment, run, branch.get(), outcome));
    }

    private void end(Experiment experiment, BranchRun run, Outcome outcome) {
        simulations
                .find(run.branch())
                .map(branch -> record(experiment, run, branch, outcome))
                .ifPresent(record -> experiments.end(experiment.id(), run.branch(), record));
    }

    private RunRecord record(Experiment experiment, BranchRun run, SimulationRow branch, Outcome outcome) {
        int horizon = experiment.plan().horizon();
        return records.of(branch, run.run(), horizon, isOver(branch, experiment) ? null : reason(outcome));
    }

    /** Ruin and a missed deadline are outcomes like any other: such a run has ended, it has not failed. */
    private static boolean isOver(SimulationRow branch, Experiment experiment) {
        return branch.currentTurn() >= experiment.plan().horizon() || branch.status() == Status.COMPLETED;
    }

    private static String reason(Outcome outcome) {
        return Optional.ofNullable(outcome.detail()).orElse("it was stopped");
    }

    private static String key(UUID experiment) {
        return "experiment/" + experiment;
    }

    private static List<UUID> in(List<BranchRun> runs, State state) {
        return runs.stream()
                .filter(run -> run.state() == state)
                .map(BranchRun::branch)
                .toList();
    }
}
