package io.synthforce.store.experiment;

import io.synthforce.store.budget.Reservations;
import io.synthforce.store.budget.Reservations.Ahead;
import io.synthforce.store.budget.Reservations.Room;
import io.synthforce.store.budget.Shortage;
import io.synthforce.store.doorbell.Doorbell;
import io.synthforce.store.experiment.BranchRun.State;
import io.synthforce.store.experiment.Experiment.StoppedBy;
import io.synthforce.store.experiment.Extensions.Extended;
import io.synthforce.store.judging.Labels;
import io.synthforce.store.judging.Rulings;
import io.synthforce.store.request.Outcome;
import io.synthforce.store.request.Outcomes;
import io.synthforce.store.request.RequestRow;
import io.synthforce.store.request.Requests;
import io.synthforce.store.request.Requests.Submitted;
import io.synthforce.store.simulation.Branches;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.budget.Amount;
import io.synthforce.workflows.budget.Balance;
import io.synthforce.workflows.change.InvalidChange;
import io.synthforce.workflows.experiment.Plan;
import io.synthforce.workflows.experiment.PlannedRun;
import io.synthforce.workflows.experiment.RunRecord;
import io.synthforce.workflows.scenario.Settings;
import io.synthforce.workflows.simulation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What-ifs. A request, its plan and the rows of all its branches are written together, before anything is played. */
public class Experiments {

    /** The experiment looks after its request itself, so nobody else has to ring for it meanwhile. */
    private static final String LOOKED_AFTER = """
        update requests
        set state = 'taken', taken_at = coalesce(taken_at, now()), scanned_at = now() + interval '45 seconds'
        where id = :request and state in ('open', 'taken')\
        """;

    private static final Outcome DEFECT = new Outcome(
            500,
            "experiment_failed",
            "The what-if met a defect of the product and was ended; what its branches played is kept. The log of the"
                    + " worker says more.");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Requests requests;
    private final Simulations simulations;
    private final Branches branches;
    private final Outcomes outcomes;
    private final Doorbell doorbell;
    private final ExperimentRows rows;
    private final TrunkRows trunks;
    private final Reservations reservations;
    private final Rulings rulings;
    private final Labels labels;
    private final Extensions extensions;

    public Experiments(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Requests requests,
            Simulations simulations,
            Branches branches,
            Outcomes outcomes,
            Doorbell doorbell) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.requests = requests;
        this.simulations = simulations;
        this.branches = branches;
        this.outcomes = outcomes;
        this.doorbell = doorbell;
        this.rows = new ExperimentRows(jdbc);
        this.trunks = new TrunkRows(jdbc);
        this.reservations = new Reservations(jdbc);
        this.rulings = new Rulings(jdbc);
        this.labels = new Labels(jdbc);
        this.extensions = new Extensions(transaction, requests, simulations, branches, reservations, rows);
    }

    /** How asking went. */
    public sealed interface Asked {
        /** Stored now, or found under the same key and body. What the state forbids is stored as refused. */
        record Stored(RequestRow request) implements Asked {}

        record KeyConflict() implements Asked {}

        record UnknownSimulation() implements Asked {}

        /** @param currentTurn the last turn that can be forked */
        record UnknownTurn(int currentTurn) implements Asked {}

        /** @param most so many turns a simulation can have */
        record TooLong(int most) implements Asked {}

        record TooDeep() implements Asked {}

        /**
         * Trunks from turn 0 would not be like the simulation, because it was changed on its way to the base turn.
         *
         * @param fork which of its ancestors, or itself, was forked with changes
         */
        record ChangedOnTheWay(UUID fork) implements Asked {}

        /** Not even the first turn of one branch is covered. */
        record OverBudget(Shortage shortage) implements Asked {}
    }

    /** @throws io.synthforce.store.simulation.InvalidOption if the scenario does not allow a change */
    public Asked submit(NewExperiment experiment) {
        return transaction.execute(status -> {
            Asked asked = switch (requests.submit(
                    experiment.simulation(), experiment.key(), Operation.WHAT_IF, experiment.body())) {
                case Submitted.KeyConflict _ -> new Asked.KeyConflict();
                case Submitted.UnknownSimulation _ -> new Asked.UnknownSimulation();
                case Submitted.TooManyPlaying _ -> throw new IllegalStateException("A what-if plays no turn itself");
                case Submitted.Stored stored ->
                    stored.isNew() && stored.request().outcome() == null
                            ? write(experiment, stored.request())
                            : new Asked.Stored(stored.request());
            };
            if (!(asked instanceof Asked.Stored)) {
                status.setRollbackOnly();
            }
            return asked;
        });
    }

    /** As {@link #submit}, and nothing stays stored. */
    public Asked rehearse(NewExperiment experiment) {
        return transaction.execute(status -> {
            Asked asked = submit(experiment);
            status.setRollbackOnly();
            return asked;
        });
    }

    private Asked write(NewExperiment experiment, RequestRow request) {
        SimulationRow simulation = simulations.find(experiment.simulation()).orElseThrow();
        int base = Optional.ofNullable(experiment.baseTurn()).orElse(simulation.currentTurn());
        if (base > simulation.currentTurn()) {
            return new Asked.UnknownTurn(simulation.currentTurn());
        }
        if (base + experiment.turns() > Settings.MOST_TURNS) {
            return new Asked.TooLong(Settings.MOST_TURNS);
        }
        if (!branches.canFork(simulation.id())) {
            return new Asked.TooDeep();
        }
        if (reservations.roomFor(simulation.id(), Ahead.of(simulation.scenario()))
                instanceof Room.TooLittle(Shortage ofAll)) {
            return new Asked.OverBudget(ofAll);
        }
        Shortage shortage = shortage(experiment, simulation);
        if (shortage != null) {
            return new Asked.OverBudget(shortage);
        }
        Plan plan = experiment.plan(base);
        if (plan.ofTrunks()) {
            Optional<UUID> changed = branches.planned().changedOnTheWayTo(simulation.id(), base);
            if (changed.isPresent()) {
                return new Asked.ChangedOnTheWay(changed.get());
            }
        }
        rows.insert(experiment, request.id(), plan);
        List<UUID> ids = plan.ofTrunks()
                ? writeTrunks(experiment.id(), simulation, plan)
                : branches.planned().write(experiment.id(), simulation.id(), plan, 0);
        for (PlannedRun run : plan.schedule(simulation.scenario().rootSeed())) {
            rows.insert(experiment.id(), run, ids.get(run.position()));
        }
        return new Asked.Stored(request);
    }

    /** Branches of trunks get their ids now, and are written when their trunk has come to where they are forked. */
    private List<UUID> writeTrunks(UUID experiment, SimulationRow simulation, Plan plan) {
        List<UUID> ids = branches.planned().writeTrunks(experiment, simulation.id(), plan);
        for (int trunk = 1; trunk <= plan.trunks(); trunk++) {
            trunks.insert(experiment, trunk, plan.repeatOf(trunk), ids.get(trunk - 1));
        }
        return Stream.generate(UUID::randomUUID).limit(plan.runs()).toList();
    }

    /** Adds repeats to what is over: see {@link Extensions}. */
    public Extended extend(UUID experiment, int repeats, String key, String body) {
        return extensions.extend(experiment, repeats, key, body);
    }

    /** Not even the first turn of a block fits its own budget. */
    private @Nullable Shortage shortage(NewExperiment experiment, SimulationRow simulation) {
        if (experiment.budget() == null) {
            return null;
        }
        Amount need = reservations.need(simulation.scenario(), Ahead.of(simulation.scenario()));
        Balance balance = new Balance(experiment.budget(), Amount.NOTHING, Amount.NOTHING);
        return balance.covers(need) ? null : new Shortage("give the what-if a budget with", balance, need);
    }

    public Optional<Experiment> find(UUID id) {
        return rows.find(id);
    }

    public Optional<Experiment> ofRequest(long request) {
        return rows.ofRequest(request);
    }

    /** Its branches in the order in which they begin. */
    public List<BranchRun> runs(UUID experiment) {
        return judged(experiment, rows.runs(experiment));
    }

    /** One of them. */
    public Optional<BranchRun> run(UUID experiment, int position) {
        return judged(experiment, rows.run(experiment, position).stream().toList()).stream()
                .findFirst();
    }

    /** With what the judge and people said of each. */
    private List<BranchRun> judged(UUID experiment, List<BranchRun> runs) {
        JudgedRuns judged = new JudgedRuns(
                rows.find(experiment).map(found -> found.plan().propositions()).orElse(List.of()),
                rulings.of(experiment),
                labels.of(experiment));
        return runs.stream().map(judged::of).toList();
    }

    /** As {@link #runs}, without what came of them: little to read for whoever looks often. */
    public List<BranchRun> states(UUID experiment) {
        return rows.states(experiment);
    }

    /** Notes that the experiment's workflow is there and looks after its request. */
    public void lookAfter(long request) {
        jdbc.sql(LOOKED_AFTER).param("request", request).update();
    }

    /** Its trunks in their order; none where its branches share the simulation's own turn. */
    public List<Trunk> trunks(UUID experiment) {
        return trunks.of(experiment);
    }

    /** Notes that a trunk or a branch plays. A branch of a trunk is written now, together with the note. */
    public void begin(UUID experiment, UUID branch) {
        transaction.executeWithoutResult(_ -> {
            trunks.begin(experiment, branch);
            if (rows.begin(experiment, branch)) {
                rows.find(experiment).filter(found -> found.plan().ofTrunks()).ifPresent(found -> write(found, branch));
            }
        });
        doorbell.ring(experiment);
    }

    private void write(Experiment experiment, UUID branch) {
        PlannedRun run = runs(experiment.id()).stream()
                .filter(one -> one.branch().equals(branch))
                .map(BranchRun::run)
                .findFirst()
                .orElseThrow();
        UUID trunk = trunks(experiment.id()).get(run.trunk() - 1).simulation();
        try {
            branches.planned().writeOf(trunk, branch, experiment.id(), experiment.plan(), run);
        } catch (InvalidChange invalid) {
            rows.end(experiment.id(), branch, RunRecords.unplayed(run, String.valueOf(invalid.getMessage())));
        }
    }

    /**
     * Notes that a trunk has ended, once.
     *
     * @param turn the last one that was played
     * @param failure why it did not get to where its branches are forked; null when it did, or was over before by itself
     */
    public void endTrunk(UUID experiment, UUID trunk, int turn, @Nullable String failure) {
        trunks.end(experiment, trunk, turn, failure);
    }

    /** Lets no further block begin. Those that have begun are played as a whole. */
    public void skipRest(UUID experiment) {
        transaction.executeWithoutResult(_ -> {
            rows.stopBy(experiment, StoppedBy.RULE);
            rows.skipRest(experiment);
            trunks.skipRest(experiment);
        });
        doorbell.ring(experiment);
    }

    /** Ends it, as what is left of its budget covers no further block: whole ones are kept. */
    public void exhaust(UUID experiment) {
        rows.stopBy(experiment, StoppedBy.BUDGET);
        doorbell.ring(experiment);
    }

    /** Keeps what came of a branch, once. */
    public void end(UUID experiment, UUID branch, RunRecord record) {
        rows.end(experiment, branch, record);
        doorbell.ring(experiment);
    }

    /** Notes that a branch was stopped in its middle because the experiment ends. */
    public void stop(UUID experiment, UUID branch) {
        rows.stop(experiment, branch);
        doorbell.ring(experiment);
    }

    /**
     * Asks for its end: what plays is stopped, and whole blocks are kept.
     *
     * @return false when it is over already, or unknown
     */
    public boolean cancel(UUID experiment) {
        boolean cancelled = rows.set(experiment, Experiment.State.CANCELLING);
        doorbell.ring(experiment);
        return cancelled;
    }

    /** Writes how it ended and answers its request, once. */
    public void conclude(UUID experiment) {
        transaction.executeWithoutResult(_ -> rows.find(experiment).ifPresent(this::conclude));
        rows.find(experiment).ifPresent(found -> doorbell.ring(found.simulation()));
        doorbell.ring(experiment);
    }

    /**
     * Ends it because of a defect and answers its request, once. Its plan and records are not read: they may be it.
     *
     * @return branches and trunks it stops in their middle
     */
    public List<UUID> fail(UUID experiment) {
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
        rows.request(experiment).flatMap(requests::find).ifPresent(request -> doorbell.ring(request.simulation()));
        doorbell.ring(experiment);
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
