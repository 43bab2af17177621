package io.synthforce.api.brief;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.brief.CaseFiles;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what an experiment has shown, for whoever has to decide. */
@RestController
@ApiRole
@Tag(name = "What-if")
final class BriefController {

    private final CaseFiles files;

    BriefController(CaseFiles files) {
        this.files = files;
    }

    @GetMapping("/experiments/{experiment_id}/brief")
    @Operation(
            operationId = "get_brief",
            summary = "The decision brief of a what-if",
            description =
                    "Options side by side with n and verdict, what split the runs, who dissented, what it all assumes, what it"
                            + " cost and how far it holds. Markdown with format=md, or with Accept: text/markdown. Before"
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
        BriefAnswer answer = files.find(experimentId).map(BriefAnswers::of).orElseThrow(UnknownExperiment::new);
        return ResponseEntity.ok()
                .contentType(asked.type())
                .body(asked == BriefFormat.MD ? new BriefReport(answer).text() : answer);
    }
}
