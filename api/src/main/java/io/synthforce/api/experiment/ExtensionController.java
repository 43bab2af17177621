package io.synthforce.api.experiment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.experiment.WhatIfRequest.Extension;
import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.api.problem.OverBudget;
import io.synthforce.api.request.Inbox;
import io.synthforce.api.request.KeyUsedBefore;
import io.synthforce.api.request.RequestKey;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.experiment.Experiments;
import io.synthforce.store.experiment.Extensions.Extended;
import io.synthforce.workflows.json.Json;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Adds repeats to what-ifs that are over. Their first runs stay as they are. */
@RestController
@ApiRole
@Tag(name = "What-if")
final class ExtensionController {

    private final Experiments experiments;
    private final Inbox inbox;
    private final ExperimentAnswers answers;

    ExtensionController(Experiments experiments, Inbox inbox, ExperimentAnswers answers) {
        this.experiments = experiments;
        this.inbox = inbox;
        this.answers = answers;
    }

    private record Body(UUID experiment, int repeats) {}

    @PostMapping("/experiments/{experiment_id}/extend")
    @Operation(
            operationId = "extend_experiment",
            summary = "Play more repeats of a what-if that is over",
            description =
                    "What was announced when the what-if was asked for (extension) leaves the promise of its intervals as it"
                            + " is, because they were made wider for it. What was not, or is more, makes the what-if exploratory:"
                            + " whoever adds runs upon seeing the first ones finds differences where there are none more often than"
                            + " the intervals say, and everything that shows the result says so. Refused with 409 before all that was"
                            + " asked for is played, and where it ended early.")
    ResponseEntity<ExperimentAnswer> extend(
            @PathVariable("experiment_id") UUID experimentId, @Valid @RequestBody Extension request, RequestKey key) {
        String body = Json.write(new Body(experimentId, request.repeats()));
        UUID simulation = switch (experiments.extend(experimentId, request.repeats(), key.value(), body)) {
            case Extended.Stored stored -> stored.request().simulation();
            case Extended.KeyConflict _ -> throw new KeyUsedBefore(key);
            case Extended.Unknown _ -> throw WhatIfRefused.unknown();
            case Extended.NotPlayedOut _ -> throw WhatIfRefused.notPlayedOut();
            case Extended.TooMany many ->
                throw new InvalidRequest(
                        "body.repeats",
                        "value_error",
                        "That would be %d branches, with those there are; at most %d are possible"
                                .formatted(many.branches(), many.most()));
            case Extended.OverBudget over ->
                throw new OverBudget(over.shortage().detail());
        };
        inbox.ask(simulation, key, io.synthforce.workflows.simulation.Operation.WHAT_IF, body, Duration.ZERO);
        return ResponseEntity.accepted()
                .location(URI.create("/experiments/" + experimentId))
                .body(answers.of(experimentId));
    }
}
