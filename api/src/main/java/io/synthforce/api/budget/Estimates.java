package io.synthforce.api.budget;

import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.budget.KnownTerms;
import io.synthforce.store.budget.Measurements;
import io.synthforce.store.experiment.NewExperiment;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.snapshot.Snapshot;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.workflows.budget.Estimate;
import io.synthforce.workflows.budget.Estimation;
import io.synthforce.workflows.budget.Terms;
import io.synthforce.workflows.change.Fork;
import io.synthforce.workflows.experiment.Option;
import io.synthforce.workflows.experiment.Plan;
import io.synthforce.workflows.judging.Docket;
import io.synthforce.workflows.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reckons ahead what would be played. */
@Component
@ApiRole
public final class Estimates {

    /** The longest input a turn can be given. */
    private static final List<String> SAID = List.of("x".repeat(2_000));

    /** As many branches of an experiment play at a time. */
    private static final int AT_ONCE = 4;

    private final KnownTerms terms;
    private final Measurements measurements;
    private final Snapshots snapshots;
    private final Simulations simulations;

    Estimates(KnownTerms terms, Measurements measurements, Snapshots snapshots, Simulations simulations) {
        this.simulations = simulations;
        this.terms = terms;
        this.measurements = measurements;
        this.snapshots = snapshots;
    }

    /** Empty until a worker has said how models are asked. */
    public Optional<Estimate> ofTurns(Scenario scenario, int turns) {
        return terms.find().map(known -> of(scenario, known).of(turns, 1, 1));
    }

    /** Every option with its changes, and the runs without change. */
    public Optional<Estimate> ofWhatIf(SimulationRow simulation, NewExperiment asked) {
        return terms.find().map(known -> {
            int base = Optional.ofNullable(asked.baseTurn()).orElse(simulation.currentTurn());
            Plan plan = asked.plan(base);
            Scenario scenario =
                    simulations.at(simulation.id(), base).orElse(simulation).scenario();
            Estimate sum = of(scenario, known).of(asked.turns(), plan.controls() * plan.blocks(), AT_ONCE);
            if (plan.ofTrunks()) {
                sum = sum.beside(of(scenario, known).of(base, plan.trunks(), AT_ONCE));
            }
            for (Option option : asked.options()) {
                sum = sum.beside(of(changed(scenario, simulation, base, option), known)
                        .of(asked.turns(), plan.blocks(), AT_ONCE));
            }
            int rulings = Docket.size(plan.propositions().size(), plan.runs());
            return rulings == 0 ? sum : sum.beside(of(scenario, known).ofRulings(rulings, AT_ONCE));
        });
    }

    private Scenario changed(Scenario scenario, SimulationRow simulation, int base, Option option) {
        Snapshot snapshot = snapshots.seen(simulation.id(), base).orElseThrow();
        return Fork.of(scenario, snapshot.state(), snapshot.hash())
                .with(option.changes())
                .scenario();
    }

    private Estimation of(Scenario scenario, Terms known) {
        return new Estimation(scenario, SAID, known, measurements.of(known));
    }
}
