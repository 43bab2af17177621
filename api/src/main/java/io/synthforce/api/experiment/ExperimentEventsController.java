package io.synthforce.api.experiment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.stream.Streams;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.store.experiment.Experiments;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Streams how a what-if stands to whoever follows it. */
@RestController
@ApiRole
@Tag(name = "What-if")
final class ExperimentEventsController {

    private final Experiments experiments;
    private final Stalls stalls;
    private final Streams streams;

    ExperimentEventsController(Experiments experiments, Stalls stalls, Streams streams) {
        this.experiments = experiments;
        this.stalls = stalls;
        this.streams = streams;
    }

    @GetMapping("/experiments/{experiment_id}/events")
    @Operation(
            operationId = "follow_experiment",
            summary = "Follow a what-if as server-sent events",
            description = """
                    An event named state shows how the what-if stands, whenever that changes: how many branches are at which
                    point, the block that plays, why nothing moves and until when, and the runs that have changed. The first
                    one of a connection has all runs, so a reader that comes back needs no id to have missed nothing. No event
                    tells of outcomes. An event named end is the last one: the what-if is done, cancelled, failed or deleted.
                    It carries an id; a reader that comes back with it (Last-Event-ID) is answered 204, upon which browsers
                    stop coming back.""",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The stream",
                        content =
                                @Content(
                                        mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                                        schema = @Schema(implementation = ExperimentState.class))),
                @ApiResponse(responseCode = "204", description = "The what-if is over and its end was seen")
            })
    void follow(
            @PathVariable("experiment_id") UUID experimentId,
            @Parameter(description = "The id of the end, where that was seen")
                    @RequestHeader(value = "Last-Event-ID", required = false)
                    @Min(0)
                    @Nullable
                    Long lastEventId,
            HttpMethod method,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        Experiment experiment = experiments.find(experimentId).orElseThrow(WhatIfRefused::unknown);
        if (lastEventId != null && lastEventId.equals(ExperimentReader.end(experiment))) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            streams.open(
                    experimentId,
                    method,
                    response,
                    stream -> new ExperimentReader(experimentId, experiments, stalls, stream));
        }
    }
}
