package io.synthforce.store.experiment;

import io.synthforce.store.budget.Reservations;
import io.synthforce.store.budget.Reservations.Ahead;
import io.synthforce.store.budget.Reservations.Room;
import io.synthforce.store.budget.Shortage;
import io.synthforce.store.doorbell.Doorbell;
import io.synthforce.store.experiment.BranchRun.State;
import io.synthforce.store.request.Outcome;
import io.synthforce.store.request.Outcomes;
import io.synthforce.store.request.RequestRow;
import io.synthforce.store.request.Requests;
import io.synthforce.store.request.Requests.Submitted;
import io.synthforce.store.simulation.Branches;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.experiment.Plan;
import io.synthforce.workflows.experiment.PlannedRun;
import io.synthforce.workflows.experiment.RunRecord;
import io.synthforce.workflows.scenario.Settings;
import io.synthforce.workflows.simulation.Operation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Requests requests;
    private final Simulations simulations;
    private final Branches branches;
    private final Outcomes outcomes;
    private final Doorbell doorbell;
    private final ExperimentRows rows;
    private final Reservations reservations;

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
        this.reservations = new Reservations(jdbc);
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
                instanceof Room.TooLittle(Shortage shortage)) {
            return new Asked.OverBudget(shortage);
        }
        Plan plan = experiment.plan(base);
        rows.insert(experiment, request.id(), plan);
        List<UUID> ids = branches.write(experiment.id(), simulation.id(), plan);
        for (PlannedRun run : plan.schedule(simulation.scenario().rootSeed())) {
            rows.insert(experiment.id(), run, ids.get(run.position()));
        }
        return new Asked.Stored(request);
    }

    public Optional<Experiment> find(UUID id) {
        return rows.find(id);
    }

    public Optional<Experiment> ofRequest(long request) {
        return rows.ofRequest(request);
    }

    /** Its branches in the order in which they begin. */
    public List<BranchRun> runs(UUID experiment) {
        return rows.runs(experiment);
    }

    /** Notes that the experiment's workflow is there and looks after its request. */
    public void lookAfter(long request) {
        jdbc.sql(LOOKED_AFTER).param("request", request).update();
    }

    /** Notes that a branch plays. */
    public void begin(UUID experiment, UUID branch) {
        rows.begin(experiment, branch);
    }

    /** Lets no further block begin. Those that have begun are played as a whole. */
    public void skipRest(UUID experiment) {
        rows.skipRest(experiment);
    }

    /** Keeps what came of a branch, once. */
    public void end(UUID experiment, UUID branch, RunRecord record) {
        rows.end(experiment, branch, record);
    }

    /**
     * Asks for its end: what plays is stopped, and whole blocks are kept.
     *
     * @return false when it is over already, or unknown
     */
    public boolean cancel(UUID experiment) {
        return rows.set(experiment, Experiment.State.CANCELLING);
    }

    /** Writes how it ended and answers its request, once. */
    public void conclude(UUID experiment) {
        transaction.executeWithoutResult(_ -> rows.find(experiment).ifPresent(this::conclude));
        rows.find(experiment).ifPresent(found -> doorbell.ring(found.simulation()));
    }

    private void conclude(Experiment experiment) {
        boolean cancelled = experiment.state() == Experiment.State.CANCELLING;
        if (rows.set(experiment.id(), cancelled ? Experiment.State.CANCELLED : Experiment.State.DONE)) {
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
