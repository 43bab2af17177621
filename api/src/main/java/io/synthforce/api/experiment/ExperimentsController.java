package io.synthforce.api.experiment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.workflow.SimulationWorkflows;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.store.experiment.Experiments;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows how what-ifs stand, and cancels them. */
@RestController
@ApiRole
@Tag(name = "What-if")
final class ExperimentsController {

    private final Experiments experiments;
    private final Simulations simulations;
    private final SimulationWorkflows workflows;

    ExperimentsController(Experiments experiments, Simulations simulations, SimulationWorkflows workflows) {
        this.experiments = experiments;
        this.simulations = simulations;
        this.workflows = workflows;
    }

    @GetMapping("/experiments/{experiment_id}")
    @Operation(operationId = "get_experiment", summary = "How far a what-if is, and what it has come to")
    ExperimentAnswer get(@PathVariable("experiment_id") UUID experimentId) {
        Experiment experiment = require(experimentId);
        return ExperimentAnswer.of(
                experiment,
                simulation(experiment).scenario(),
                experiments.runs(experimentId),
                experiments.trunks(experimentId));
    }

    @GetMapping(path = "/experiments/{experiment_id}/data.csv", produces = "text/csv")
    @Operation(
            operationId = "get_experiment_data",
            summary = "Every number of every branch",
            description =
                    "One line for each branch, turn and outcome: every indicator; ruin; whether issues stand decided"
                        + " as decision:issue=choice; and stances after the discussion, of all as stance:issue and of"
                        + " one as stance:issue@seat.")
    ResponseEntity<String> data(@PathVariable("experiment_id") UUID experimentId) {
        Experiment experiment = require(experimentId);
        String csv = DataFile.of(experiment, simulation(experiment).scenario(), experiments.runs(experimentId));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"experiment.csv\"")
                .body(csv);
    }

    @PostMapping("/experiments/{experiment_id}/cancel")
    @Operation(
            operationId = "cancel_experiment",
            summary = "Cancel a what-if",
            description = "No further branch begins and those that play stop after the turn under way. What is compared"
                    + " are whole blocks: the runs of every option and of no change.")
    ExperimentAnswer cancel(@PathVariable("experiment_id") UUID experimentId) {
        require(experimentId);
        if (!experiments.cancel(experimentId)) {
            throw WhatIfRefused.over();
        }
        workflows.tell(experimentId);
        return get(experimentId);
    }

    private Experiment require(UUID experiment) {
        return experiments.find(experiment).orElseThrow(WhatIfRefused::unknown);
    }

    private SimulationRow simulation(Experiment experiment) {
        return simulations
                .at(experiment.simulation(), experiment.plan().baseTurn())
                .orElseThrow(() -> new UnknownSimulation(experiment.simulation()));
    }
}
