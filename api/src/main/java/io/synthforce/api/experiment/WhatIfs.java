package io.synthforce.api.experiment;

import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.api.problem.OverBudget;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.request.KeyUsedBefore;
import io.synthforce.api.request.RequestKey;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.budget.KnownTerms;
import io.synthforce.store.experiment.Experiments;
import io.synthforce.store.experiment.Experiments.Asked;
import io.synthforce.store.experiment.NewExperiment;
import io.synthforce.store.simulation.InvalidOption;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.scenario.Scenario;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What-ifs as callers ask for them: stored, or only tried to see whether they could be. */
@Component
@ApiRole
public final class WhatIfs {

    private final Experiments experiments;
    private final Simulations simulations;
    private final KnownTerms terms;

    WhatIfs(Experiments experiments, Simulations simulations, KnownTerms terms) {
        this.terms = terms;
        this.experiments = experiments;
        this.simulations = simulations;
    }

    NewExperiment store(WhatIfRequest request, RequestKey key) {
        return checked(request, key, experiments::submit, true);
    }

    /** Stores nothing, and does not ask whether there is budget for it. */
    public NewExperiment rehearse(WhatIfRequest request) {
        return checked(request, new RequestKey(UUID.randomUUID().toString()), experiments::rehearse, false);
    }

    private NewExperiment checked(
            WhatIfRequest request, RequestKey key, Function<NewExperiment, Asked> submit, boolean withinBudget) {
        UUID id = request.sessionId();
        SimulationRow simulation = simulations.find(id).orElseThrow(() -> new UnknownSimulation(id));
        Scenario scenario = scenario(request, simulation);
        List<String> unpriced =
                terms.find().map(known -> known.unpriced(scenario.cast())).orElse(List.of());
        WhatIfPlans plans = new WhatIfPlans(request, scenario, simulation.currentTurn(), unpriced);
        NewExperiment experiment = plans.experiment(key);
        switch (submit(experiment, plans, submit)) {
            case Asked.Stored _ -> {}
            case Asked.KeyConflict _ -> throw new KeyUsedBefore(key);
            case Asked.UnknownSimulation _ -> throw new UnknownSimulation(id);
            case Asked.UnknownTurn unknown ->
                throw new InvalidRequest(
                        "body.base_turn",
                        "less_than_equal",
                        "Input should be less than or equal to the current turn, " + unknown.currentTurn());
            case Asked.TooLong tooLong ->
                throw new InvalidRequest(
                        "body.num_turns_to_simulate",
                        "less_than_equal",
                        "A simulation has at most %d turns".formatted(tooLong.most()));
            case Asked.TooDeep _ -> throw WhatIfRefused.tooDeep();
            case Asked.ChangedOnTheWay changed ->
                throw new InvalidRequest(
                        "body.trunks",
                        "value_error",
                        "Simulation %s was forked with changes after turn 0, which trunks from turn 0 would not have; ask"
                                        .formatted(changed.fork())
                                + " for one trunk, or ask what it was forked from");
            case Asked.OverBudget over -> {
                if (withinBudget) {
                    throw new OverBudget(over.shortage().detail());
                }
            }
        }
        return experiment;
    }

    /** Of whoever played the base turn: branches are forked from that. */
    private Scenario scenario(WhatIfRequest request, SimulationRow asked) {
        return simulations
                .at(asked.id(), request.base().orElse(asked.currentTurn()))
                .orElse(asked)
                .scenario();
    }

    private static Asked submit(NewExperiment experiment, WhatIfPlans plans, Function<NewExperiment, Asked> submit) {
        try {
            return submit.apply(experiment);
        } catch (InvalidOption invalid) {
            throw plans.refused(invalid);
        }
    }
}
