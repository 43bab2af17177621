package io.synthforce.store.experiment;

import io.synthforce.store.budget.Reservations;
import io.synthforce.store.budget.Reservations.Ahead;
import io.synthforce.store.budget.Reservations.Room;
import io.synthforce.store.budget.Shortage;
import io.synthforce.store.experiment.Experiments.Asked;
import io.synthforce.store.request.RequestRow;
import io.synthforce.store.request.Requests;
import io.synthforce.store.request.Requests.Submitted;
import io.synthforce.store.simulation.Branches;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.budget.Amount;
import io.synthforce.workflows.budget.Balance;
import io.synthforce.workflows.experiment.Plan;
import io.synthforce.workflows.experiment.PlannedRun;
import io.synthforce.workflows.scenario.Settings;
import io.synthforce.workflows.simulation.Operation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores what is asked for: the request, its plan and the rows of all its branches, or nothing. */
final class Submitting {

    private final TransactionTemplate transaction;
    private final Requests requests;
    private final Simulations simulations;
    private final Branches branches;
    private final Reservations reservations;
    private final ExperimentRows rows;
    private final TrunkRows trunks;

    Submitting(
            TransactionTemplate transaction,
            Requests requests,
            Simulations simulations,
            Branches branches,
            Reservations reservations,
            ExperimentRows rows,
            TrunkRows trunks) {
        this.transaction = transaction;
        this.requests = requests;
        this.simulations = simulations;
        this.branches = branches;
        this.reservations = reservations;
        this.rows = rows;
        this.trunks = trunks;
    }

    /** @see Experiments#submit */
    Asked submit(NewExperiment experiment) {
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

    /** Not even the first turn of a block fits its own budget. */
    private @Nullable Shortage shortage(NewExperiment experiment, SimulationRow simulation) {
        if (experiment.budget() == null) {
            return null;
        }
        Amount need = reservations.need(simulation.scenario(), Ahead.of(simulation.scenario()));
        Balance balance = new Balance(experiment.budget(), Amount.NOTHING, Amount.NOTHING);
        return balance.covers(need) ? null : new Shortage("give the what-if a budget with", balance, need);
    }
}
