package io.synthforce.activities.simulation;

import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.BranchRun.State;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.store.experiment.Experiments;
import io.synthforce.store.experiment.Purses;
import io.synthforce.store.experiment.Purses.Allowance;
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
import io.synthforce.workflows.experiment.Trials;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.judging.Docket;
import io.synthforce.workflows.judging.Matter;
import io.synthforce.workflows.simulation.Bell;
import io.synthforce.workflows.simulation.Operation;
import io.synthforce.workflows.simulation.Status;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** What an experiment's workflow does in the store: lets branches play, keeps what came of them, answers its request. */
final class ExperimentActivitiesImpl implements ExperimentActivities {

    private static final Logger log = LoggerFactory.getLogger(ExperimentActivitiesImpl.class);

    private final Experiments experiments;
    private final Simulations simulations;
    private final Requests requests;
    private final Plays plays;
    private final RunRecords records;
    private final TrunkPlays trunks;
    private final Purses purses;

    ExperimentActivitiesImpl(
            Experiments experiments,
            Simulations simulations,
            Requests requests,
            Plays plays,
            RunRecords records,
            Purses purses) {
        this.experiments = experiments;
        this.simulations = simulations;
        this.requests = requests;
        this.plays = plays;
        this.records = records;
        this.trunks = new TrunkPlays(experiments, simulations, plays, records);
        this.purses = purses;
    }

    @Override
    public Standing look(UUID id) {
        return readable(() -> experiments
                .find(id)
                .filter(experiment -> experiment.state().goesOn())
                .map(this::look)
                .orElse(Standing.GONE));
    }

    private Standing look(Experiment experiment) {
        experiments.lookAfter(experiment.request());
        trunks.look(experiment);
        experiments.runs(experiment.id()).stream()
                .filter(run -> run.state() == State.PLAYING)
                .forEach(run -> settle(experiment, run));
        List<BranchRun> runs = stopped(experiment, experiments.runs(experiment.id()));
        Allowance allowance = purses.of(experiment, runs);
        if (allowance.exhausted()) {
            experiments.exhaust(experiment.id());
        }
        boolean stopping = experiment.isStopping() || allowance.exhausted();
        return new Standing(
                true,
                stopping,
                label(experiment.plan()),
                trunks.waiting(experiment, allowance.begin()),
                Stream.concat(trunks.playing(experiment).stream(), in(runs, State.PLAYING).stream())
                        .toList(),
                (int) runs.stream().filter(run -> run.state().isOver()).count(),
                unjudged(experiment, runs, stopping));
    }

    /**
     * Of whole blocks, as they are what is compared, and only once nothing more is played: which runs are judged twice is
     * drawn from all of them.
     */
    private List<Matter> unjudged(Experiment experiment, List<BranchRun> runs, boolean stopping) {
        int propositions = experiment.plan().propositions().size();
        boolean open = runs.stream()
                .anyMatch(run -> run.state() == State.PLAYING || run.state() == State.WAITING && !stopping);
        if (propositions == 0 || open) {
            return List.of();
        }
        List<RunRecord> ended = runs.stream()
                .flatMap(run -> Optional.ofNullable(run.record()).stream())
                .toList();
        List<RunRecord> records = Trials.whole(experiment.plan(), ended).stream()
                .filter(record -> !record.failed() && !record.turns().isEmpty())
                .toList();
        return simulations.find(experiment.simulation()).stream()
                .map(trunk -> trunk.scenario().rootSeed())
                .flatMap(seed ->
                        Docket.of(
                                propositions,
                                records.stream()
                                        .map(record -> record.run().position())
                                        .toList(),
                                seed)
                                .stream())
                .filter(matter -> records.stream().noneMatch(record -> record.isRuledOn(matter)))
                .toList();
    }

    private static String label(Plan plan) {
        String trunks = plan.ofTrunks() ? "%d trunks · ".formatted(plan.trunks()) : "";
        return "%s%d options · %d blocks · turns %d to %d"
                .formatted(trunks, plan.options().size(), plan.blocks(), plan.baseTurn() + 1, plan.horizon());
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

    /** One that is refused is seen at the next look. */
    @Override
    public boolean begin(UUID id, UUID branch) {
        return readable(() -> {
            experiments.begin(id, branch);
            return experiments
                    .find(id)
                    .map(experiment -> Json.write(new PlayInputs(until(experiment, branch))))
                    .map(body -> requests.submit(branch, Experiment.playKey(id), Operation.PLAY, body))
                    .filter(submitted -> submitted instanceof Submitted.Stored stored
                            && stored.request().outcome() == null)
                    .isPresent();
        });
    }

    private int until(Experiment experiment, UUID branch) {
        boolean trunk = experiments.trunks(experiment.id()).stream()
                .anyMatch(one -> one.simulation().equals(branch));
        return trunk ? experiment.plan().baseTurn() : experiment.plan().horizon();
    }

    @Override
    public @Nullable Bell stop(UUID id, UUID branch) {
        if (requests.submit(branch, Experiment.playKey(id) + "/stop", Operation.STOP, "{}")
                        instanceof Submitted.Stored stored
                && stored.request().outcome() == null) {
            RequestRow request = stored.request();
            return new Bell(request.id(), request.operation());
        }
        return null;
    }

    @Override
    public void conclude(UUID experiment) {
        readable(() -> {
            experiments.conclude(experiment);
            return experiment;
        });
    }

    @Override
    public List<UUID> fail(UUID experiment) {
        return experiments.fail(experiment);
    }

    /** Keeps what came of a branch, when something did. */
    private void settle(Experiment experiment, BranchRun run) {
        Optional<RunRecord> record;
        try {
            // Its play is read first, or the branch might be older than its end.
            Optional<Outcome> ended = plays.find(run.branch(), Experiment.playKey(experiment.id()))
                    .map(Play::outcome);
            Optional<SimulationRow> branch = simulations.find(run.branch());
            if (isCutShort(experiment, branch, ended)) {
                experiments.stop(experiment.id(), run.branch());
                return;
            }
            record = branch.isEmpty()
                    ? Optional.of(RunRecords.deleted(run.run()))
                    : record(experiment, run, branch.get(), ended);
        } catch (JacksonException | IllegalStateException unreadable) {
            log.error("Branch {} of experiment {} cannot be read", run.branch(), experiment.id(), unreadable);
            record = Optional.of(RunRecords.unreadable(run.run()));
        }
        record.ifPresent(found -> experiments.end(experiment.id(), run.branch(), found));
    }

    /** Stopped in its middle for no other reason than that the experiment ends. */
    private static boolean isCutShort(Experiment experiment, Optional<SimulationRow> branch, Optional<Outcome> ended) {
        return experiment.isStopping()
                && ended.filter(Outcome.OK::equals).isPresent()
                && branch.filter(found -> !isOver(found, experiment)).isPresent();
    }

    private Optional<RunRecord> record(
            Experiment experiment, BranchRun run, SimulationRow branch, Optional<Outcome> ended) {
        if (branch.status() == Status.FAILED) {
            return Optional.of(RunRecords.unreadable(run.run()));
        }
        return isOver(branch, experiment)
                ? Optional.of(record(experiment, run, branch, Outcome.OK))
                : ended.map(outcome -> record(experiment, run, branch, outcome));
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

    /** What cannot be read now can never be: no use to try again. */
    private static <T> T readable(Supplier<T> dealing) {
        try {
            return dealing.get();
        } catch (JacksonException unreadable) {
            throw new IllegalStateException("The experiment's rows cannot be read", unreadable);
        }
    }

    private static List<UUID> in(List<BranchRun> runs, State state) {
        return runs.stream()
                .filter(run -> run.state() == state)
                .map(BranchRun::branch)
                .toList();
    }
}
