package io.synthforce.api.brief;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.request.Preference;
import io.synthforce.api.request.RequestKey;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.settings.ApiSettings;
import io.synthforce.store.brief.CaseFile;
import io.synthforce.store.brief.CaseFiles;
import io.synthforce.store.brief.WrittenBrief;
import io.synthforce.store.brief.WrittenBriefs;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what an experiment has shown, for whoever has to decide. */
@RestController
@ApiRole
@Tag(name = "What-if")
final class BriefController {

    private final CaseFiles files;
    private final WrittenBriefs briefs;
    private final Writing writing;
    private final ApiSettings settings;

    BriefController(CaseFiles files, WrittenBriefs briefs, Writing writing, ApiSettings settings) {
        this.files = files;
        this.briefs = briefs;
        this.writing = writing;
        this.settings = settings;
    }

    @GetMapping("/experiments/{experiment_id}/brief")
    @Operation(
            operationId = "get_brief",
            summary = "The decision brief of a what-if",
            description =
                    "Options side by side with n and verdict, what split the runs, who dissented, what it all assumes, what it"
                            + " cost and how far it holds, and in words if somebody had it written. Markdown with format=md, or with Accept: text/markdown. Before"
                            + " the what-if is over it says so, and compares nothing.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The brief",
                            content = {
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = BriefAnswer.class)),
                                @Content(mediaType = "text/markdown", schema = @Schema(type = "string"))
                            }))
    ResponseEntity<Object> brief(
            @PathVariable("experiment_id") UUID experimentId,
            @Parameter(schema = @Schema(allowableValues = {"json", "md"})) @RequestParam(required = false) @Nullable
                    String format,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept) {
        BriefFormat asked = BriefFormat.of(format, accept);
        BriefAnswer answer = answer(require(experimentId));
        return ResponseEntity.ok()
                .contentType(asked.type())
                .body(asked == BriefFormat.MD ? new BriefReport(answer).text() : answer);
    }

    @PostMapping("/experiments/{experiment_id}/brief")
    @Operation(
            operationId = "write_brief",
            summary = "Put the brief of a what-if into words",
            description =
                    "A model writes it in sentences that cite the brief's sources; code checks that these exist and hold the"
                            + " numbers, a second call that they say what the sentence says. What fails that is left out, and"
                            + " the rate is shown. Beside it the same question is put to the model of the cast directly, with"
                            + " nothing simulated. What it takes is booked under the simulation. With Prefer: respond-async or"
                            + " wait=N it answers 202 when it takes longer.")
    ResponseEntity<BriefAnswer> write(
            @PathVariable("experiment_id") UUID experimentId,
            @Valid @RequestBody(required = false) @Nullable BriefRequest request,
            RequestKey key,
            @Parameter(description = "respond-async, or wait=N with N in seconds (RFC 7240)")
                    @RequestHeader(name = Preference.HEADER, required = false)
                    @Nullable
                    String prefer) {
        CaseFile file = require(experimentId);
        Preference preference = Preference.of(prefer);
        WrittenBrief begun = writing.begin(file, request == null ? BriefRequest.PLAIN : request, key);
        return writing.await(begun, preference.within(settings.syncTimeout()))
                .map(over -> preference.done(BriefAnswers.of(file, over)))
                .orElseGet(() -> preference.begun(
                        BriefAnswers.of(file, begun),
                        "/experiments/%s/brief".formatted(experimentId),
                        key,
                        settings.syncTimeout()));
    }

    private CaseFile require(UUID experiment) {
        return files.find(experiment).orElseThrow(UnknownExperiment::new);
    }

    private BriefAnswer answer(CaseFile file) {
        return BriefAnswers.of(file, briefs.latest(file.experiment().id()).orElse(null));
    }
}
