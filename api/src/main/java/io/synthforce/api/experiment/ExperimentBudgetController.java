package io.synthforce.api.experiment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.budget.BudgetRequest;
import io.synthforce.api.budget.BudgetTooLow;
import io.synthforce.api.budget.ReleasedPlays;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.workflow.SimulationWorkflows;
import io.synthforce.store.budget.Budgets;
import io.synthforce.store.budget.Budgets.Put;
import io.synthforce.store.budget.KnownTerms;
import io.synthforce.workflows.scenario.Scenario;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Sets, raises and lowers what a what-if may spend. What waits for it goes on. */
@RestController
@ApiRole
@Tag(name = "What-if")
final class ExperimentBudgetController {

    private final ExperimentAnswers answers;
    private final Budgets budgets;
    private final KnownTerms terms;
    private final ReleasedPlays released;
    private final SimulationWorkflows workflows;

    ExperimentBudgetController(
            ExperimentAnswers answers,
            Budgets budgets,
            KnownTerms terms,
            ReleasedPlays released,
            SimulationWorkflows workflows) {
        this.answers = answers;
        this.budgets = budgets;
        this.terms = terms;
        this.released = released;
        this.workflows = workflows;
    }

    @PutMapping("/experiments/{experiment_id}/budget")
    @Operation(
            operationId = "set_experiment_budget",
            summary = "Set, raise or lower what a what-if may spend",
            description =
                    "A hard cap on its branches together, beside the budget of the simulation. It replaces the one there"
                            + " was: what is left out is not capped. A what-if that waits for its budget goes on when it is"
                            + " raised; one that is over cannot.")
    ExperimentBudget put(@PathVariable("experiment_id") UUID experimentId, @Valid @RequestBody BudgetRequest request) {
        Scenario scenario = answers.scenario(answers.require(experimentId));
        List<String> unpriced =
                terms.find().map(known -> known.unpriced(scenario.cast())).orElse(List.of());
        return switch (budgets.putWhatIf(experimentId, request.checked("body", unpriced))) {
            case Put.Done done -> {
                released.ring(done.released());
                workflows.tell(experimentId);
                yield ExperimentBudget.of(done.balance());
            }
            case Put.TooLow low -> throw new BudgetTooLow(low.balance());
            case Put.Unknown _ -> throw WhatIfRefused.over("its budget can be changed no more");
        };
    }
}
