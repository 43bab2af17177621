package io.synthforce.store.experiment;

import io.synthforce.store.budget.Reservations;
import io.synthforce.store.budget.Reservations.Ahead;
import io.synthforce.store.budget.Reservations.Room;
import io.synthforce.store.budget.Shortage;
import io.synthforce.store.request.RequestRow;
import io.synthforce.store.request.Requests;
import io.synthforce.store.request.Requests.Submitted;
import io.synthforce.store.simulation.Branches;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.experiment.Plan;
import io.synthforce.workflows.experiment.PlannedRun;
import io.synthforce.workflows.simulation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Repeats that are added to what-ifs that are over, each time by a request of its own. */
public final class Extensions {

    private final TransactionTemplate transaction;
    private final Requests requests;
    private final Simulations simulations;
    private final Branches branches;
    private final Reservations reservations;
    private final ExperimentRows rows;

    Extensions(
            TransactionTemplate transaction,
            Requests requests,
            Simulations simulations,
            Branches branches,
            Reservations reservations,
            ExperimentRows rows) {
        this.transaction = transaction;
        this.requests = requests;
        this.simulations = simulations;
        this.branches = branches;
        this.reservations = reservations;
        this.rows = rows;
    }

    /** How asking for more repeats went. */
    public sealed interface Extended {
        /** Stored now, or found under the same key and body. */
        record Stored(RequestRow request) implements Extended {}

        record KeyConflict() implements Extended {}

        record Unknown() implements Extended {}

        /** It goes on, ended early, has trunks of its own, or is given recorded inputs, of which there may be others by now. */
        record NotPlayedOut() implements Extended {}

        /** @param most so many branches an experiment can have */
        record TooMany(int branches, int most) implements Extended {}

        /** Not even the first turn of one branch is covered. */
        record OverBudget(Shortage shortage) implements Extended {}
    }

    /**
     * Adds repeats to what is over. They are announced if they are the first to be added, and no more than its design says;
     * else the experiment is exploratory from now on.
     *
     * @param body canonical JSON of the request
     */
    Extended extend(UUID id, int repeats, String key, String body) {
        Optional<Experiment> found = rows.find(id);
        if (found.isEmpty()) {
            return new Extended.Unknown();
        }
        return transaction.execute(status -> {
            Extended extended = switch (requests.submit(found.get().simulation(), key, Operation.WHAT_IF, body)) {
                case Submitted.KeyConflict _ -> new Extended.KeyConflict();
                case Submitted.UnknownSimulation _ -> new Extended.Unknown();
                case Submitted.TooManyPlaying _ -> throw new IllegalStateException("A what-if plays no turn itself");
                case Submitted.Stored stored ->
                    stored.isNew() && stored.request().outcome() == null
                            ? extend(id, repeats, stored.request())
                            : new Extended.Stored(stored.request());
            };
            if (!(extended instanceof Extended.Stored)) {
                status.setRollbackOnly();
            }
            return extended;
        });
    }

    /** Read again under the simulation's lock, so that what two add at once is added one after the other. */
    private Extended extend(UUID id, int repeats, RequestRow request) {
        Experiment experiment = rows.find(id).orElseThrow();
        SimulationRow simulation = simulations.find(experiment.simulation()).orElseThrow();
        List<BranchRun> runs = rows.states(id);
        if (experiment.state() != Experiment.State.DONE
                || experiment.plan().recordedInputs()
                || experiment.plan().ofTrunks()
                || !runs.stream().allMatch(run -> run.state().isPlayed())) {
            return new Extended.NotPlayedOut();
        }
        if (reservations.roomFor(simulation.id(), Ahead.of(simulation.scenario()))
                instanceof Room.TooLittle(Shortage shortage)) {
            return new Extended.OverBudget(shortage);
        }
        Plan before = experiment.plan();
        List<Integer> added = new ArrayList<>(before.extensions());
        added.add(repeats);
        Plan plan = before.extended(added);
        if (plan.runs() > Plan.MOST_RUNS) {
            return new Extended.TooMany(plan.runs(), Plan.MOST_RUNS);
        }
        Integer announced = plan.design().extension();
        rows.extend(id, request.id(), repeats, added.size() == 1 && announced != null && repeats <= announced);
        write(id, simulation, plan, runs.size());
        return new Extended.Stored(request);
    }

    /** @param written as many of its first branches are there already */
    private void write(UUID experiment, SimulationRow simulation, Plan plan, int written) {
        List<UUID> ids = branches.planned().write(experiment, simulation.id(), plan, written);
        List<PlannedRun> schedule = plan.schedule(simulation.scenario().rootSeed());
        for (PlannedRun run : schedule.subList(written, schedule.size())) {
            rows.insert(experiment, run, ids.get(run.position() - written));
        }
    }
}
