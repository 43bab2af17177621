package io.synthforce.api.experiment;

import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.budget.Budgets;
import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.store.experiment.Experiments;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.scenario.Scenario;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads what-ifs as they stand. */
@Component
@ApiRole
final class ExperimentAnswers {

    private final Experiments experiments;
    private final Simulations simulations;
    private final Stalls stalls;
    private final Budgets budgets;

    ExperimentAnswers(Experiments experiments, Simulations simulations, Stalls stalls, Budgets budgets) {
        this.experiments = experiments;
        this.simulations = simulations;
        this.stalls = stalls;
        this.budgets = budgets;
    }

    ExperimentAnswer of(UUID id) {
        Experiment experiment = require(id);
        List<BranchRun> runs = experiments.runs(id);
        return ExperimentAnswer.of(
                experiment,
                scenario(experiment),
                runs,
                experiments.trunks(id),
                stalls.of(experiment, runs),
                budgets.ofWhatIf(id).map(ExperimentBudget::of).orElse(null));
    }

    Experiment require(UUID id) {
        return experiments.find(id).orElseThrow(WhatIfRefused::unknown);
    }

    /** By which the base turn was played. */
    Scenario scenario(Experiment experiment) {
        return simulations
                .at(experiment.simulation(), experiment.plan().baseTurn())
                .orElseThrow(() -> new UnknownSimulation(experiment.simulation()))
                .scenario();
    }
}
