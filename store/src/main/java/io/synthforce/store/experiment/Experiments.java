package io.synthforce.store.experiment;

import io.synthforce.store.budget.Reservations;
import io.synthforce.store.budget.Shortage;
import io.synthforce.store.doorbell.Doorbell;
import io.synthforce.store.experiment.Experiment.StoppedBy;
import io.synthforce.store.experiment.Extensions.Extended;
import io.synthforce.store.judging.Labels;
import io.synthforce.store.judging.Rulings;
import io.synthforce.store.request.Outcomes;
import io.synthforce.store.request.RequestRow;
import io.synthforce.store.request.Requests;
import io.synthforce.store.simulation.Branches;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.change.InvalidChange;
import io.synthforce.workflows.experiment.PlannedRun;
import io.synthforce.workflows.experiment.RunRecord;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Requests requests;
    private final Branches branches;
    private final Doorbell doorbell;
    private final ExperimentRows rows;
    private final TrunkRows trunks;
    private final Rulings rulings;
    private final Labels labels;
    private final Submitting submitting;
    private final Extensions extensions;
    private final Concluding concluding;

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
        this.branches = branches;
        this.doorbell = doorbell;
        this.rows = new ExperimentRows(jdbc);
        this.trunks = new TrunkRows(jdbc);
        this.rulings = new Rulings(jdbc);
        this.labels = new Labels(jdbc);
        Reservations reservations = new Reservations(jdbc);
        this.submitting = new Submitting(transaction, requests, simulations, branches, reservations, rows, trunks);
        this.extensions = new Extensions(transaction, requests, simulations, branches, reservations, rows);
        this.concluding = new Concluding(transaction, outcomes, rows, trunks);
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
        return submitting.submit(experiment);
    }

    /** As {@link #submit}, and nothing stays stored. */
    public Asked rehearse(NewExperiment experiment) {
        return transaction.execute(status -> {
            Asked asked = submit(experiment);
            status.setRollbackOnly();
            return asked;
        });
    }

    /** Adds repeats to what is over: see {@link Extensions}. */
    public Extended extend(UUID experiment, int repeats, String key, String body) {
        return extensions.extend(experiment, repeats, key, body);
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
        concluding.conclude(experiment);
        rows.find(experiment).ifPresent(found -> doorbell.ring(found.simulation()));
        doorbell.ring(experiment);
    }

    /**
     * Ends it because of a defect and answers its request, once. Its plan and records are not read: they may be it.
     *
     * @return branches and trunks it stops in their middle
     */
    public List<UUID> fail(UUID experiment) {
        List<UUID> stopped = concluding.fail(experiment);
        rows.request(experiment).flatMap(requests::find).ifPresent(request -> doorbell.ring(request.simulation()));
        doorbell.ring(experiment);
        return stopped;
    }
}
