package io.synthforce.api.experiment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.workflow.SimulationWorkflows;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.store.experiment.Experiments;
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
    private final ExperimentAnswers answers;
    private final SimulationWorkflows workflows;

    ExperimentsController(Experiments experiments, ExperimentAnswers answers, SimulationWorkflows workflows) {
        this.experiments = experiments;
        this.answers = answers;
        this.workflows = workflows;
    }

    @GetMapping("/experiments/{experiment_id}")
    @Operation(operationId = "get_experiment", summary = "How far a what-if is, and what it has come to")
    ExperimentAnswer get(@PathVariable("experiment_id") UUID experimentId) {
        return answers.of(experimentId);
    }

    @GetMapping(path = "/experiments/{experiment_id}/data.csv", produces = "text/csv")
    @Operation(
            operationId = "get_experiment_data",
            summary = "Every number of every branch",
            description =
                    "One line for each branch, turn and outcome: every indicator; ruin; whether issues stand decided"
                            + " as decision:issue=choice; and stances after the discussion, of all as stance:issue and of"
                            + " one as stance:issue@seat. Refused with 409 before the what-if is over: looking at outcomes"
                            + " before the end, and acting upon them, raises the share of errors above what the intervals"
                            + " promise.")
    ResponseEntity<String> data(@PathVariable("experiment_id") UUID experimentId) {
        Experiment experiment = answers.require(experimentId);
        if (experiment.state().goesOn()) {
            throw WhatIfRefused.notOver();
        }
        String csv = DataFile.of(experiment, answers.scenario(experiment), experiments.runs(experimentId));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"experiment.csv\"")
                .body(csv);
    }

    @PostMapping("/experiments/{experiment_id}/cancel")
    @Operation(
            operationId = "cancel_experiment",
            summary = "Cancel a what-if",
            description =
                    "No further branch begins and those that play stop after the turn under way, which is paid and"
                            + " counted; then the what-if is cancelled. What is compared are whole blocks: the runs of every option"
                            + " and of no change. Propositions are judged in these, unless that is what was going on when it was"
                            + " cancelled.")
    ExperimentAnswer cancel(@PathVariable("experiment_id") UUID experimentId) {
        answers.require(experimentId);
        if (!experiments.cancel(experimentId)) {
            throw WhatIfRefused.over("there is nothing to cancel");
        }
        workflows.tell(experimentId);
        return answers.of(experimentId);
    }
}
