package io.synthforce.api.experiment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.store.experiment.Experiments;
import io.synthforce.store.judging.Labels;
import io.synthforce.workflows.judging.RunLabel;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets people say themselves whether a proposition holds of a run, so that the judge is checked by them. */
@RestController
@ApiRole
@Tag(name = "What-if")
final class LabelsController {

    private final Experiments experiments;
    private final Labels labels;

    LabelsController(Experiments experiments, Labels labels) {
        this.experiments = experiments;
        this.labels = labels;
    }

    /** All labels of an experiment, in the order of its runs. */
    @Schema(name = "LabelList")
    record ListAnswer(List<LabelAnswer> labels) {}

    @PostMapping("/experiments/{experiment_id}/labels")
    @Operation(
            operationId = "label_run",
            summary = "Say whether a judged proposition holds of a run",
            description =
                    "Labels tell how often the judge is right, and correct the shares it counted; without them there"
                            + " is no verdict. Name the run by session_id or position. Read the run before you read the ruling."
                            + " The same labeller again changes the label, so a repeated request does nothing.")
    LabelAnswer label(@PathVariable("experiment_id") UUID experimentId, @Valid @RequestBody LabelRequest request) {
        Experiment experiment = require(experimentId);
        BranchRun run = run(experimentId, request);
        RunLabel label = new RunLabel(
                run.run().position(),
                proposition(experiment, request),
                request.labellerOrAnybody(),
                request.holds(),
                request.note());
        labels.keep(experimentId, label);
        return LabelAnswer.of(label, experiment.plan().propositions(), run);
    }

    @GetMapping("/experiments/{experiment_id}/labels")
    @Operation(operationId = "list_labels", summary = "What people said of the runs of a what-if")
    ListAnswer list(@PathVariable("experiment_id") UUID experimentId) {
        List<String> propositions = require(experimentId).plan().propositions();
        List<BranchRun> runs = experiments.runs(experimentId);
        return new ListAnswer(labels.of(experimentId).stream()
                .map(label -> LabelAnswer.of(label, propositions, runs.get(label.position())))
                .toList());
    }

    private BranchRun run(UUID experiment, LabelRequest request) {
        if ((request.sessionId() == null) == (request.position() == null)) {
            throw new InvalidRequest(
                    "body.session_id", "value_error", "Name the run by its session_id or by its position");
        }
        Predicate<BranchRun> named = run -> request.sessionId() == null
                ? Integer.valueOf(run.run().position()).equals(request.position())
                : run.branch().equals(request.sessionId());
        return experiments.runs(experiment).stream()
                .filter(named)
                .filter(run -> run.state() == BranchRun.State.ENDED)
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(
                        request.sessionId() == null ? "body.position" : "body.session_id",
                        "value_error",
                        "The experiment has no such run that has ended"));
    }

    private static int proposition(Experiment experiment, LabelRequest request) {
        List<String> propositions = experiment.plan().propositions();
        int place = request.proposition() == null ? 0 : propositions.indexOf(request.proposition());
        if (place < 0 || place >= propositions.size()) {
            throw new InvalidRequest(
                    "body.proposition",
                    "enum",
                    propositions.isEmpty()
                            ? "The experiment has no proposition that is judged"
                            : "Input should be one of: " + String.join(" | ", propositions));
        }
        return place;
    }

    private Experiment require(UUID experiment) {
        return experiments.find(experiment).orElseThrow(WhatIfRefused::unknown);
    }
}
