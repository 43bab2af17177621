package io.synthforce.api.bundle;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.access.Owner;
import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.request.KeyUsedBefore;
import io.synthforce.api.request.RequestKey;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.settings.ApiSettings;
import io.synthforce.store.bundle.BundleWriter;
import io.synthforce.store.bundle.Imports;
import io.synthforce.store.bundle.Imports.Imported;
import io.synthforce.store.bundle.InvalidBundle;
import io.synthforce.store.journal.Journal;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Hands simulations out as bundles, and takes bundles in. */
@RestController
@ApiRole
@Tag(name = "Simulations")
final class BundleController {

    private final Simulations simulations;
    private final Journal journal;
    private final BundleWriter bundles;
    private final Imports imports;
    private final String product;

    BundleController(
            Simulations simulations, Journal journal, BundleWriter bundles, Imports imports, ApiSettings settings) {
        this.simulations = simulations;
        this.journal = journal;
        this.bundles = bundles;
        this.imports = imports;
        this.product = "%s %s".formatted(settings.name(), settings.version());
    }

    @GetMapping("/simulations/{session_id}/bundle")
    @Operation(
            operationId = "get_bundle",
            summary = "All that another instance needs to replay a simulation and to play it on",
            description =
                    "Scenario, changes, every recorded call with its full request (prompt, model, parameters, seed), memories"
                            + " and their edits, journal and hashes; of a branch also of what it was forked from, as far as"
                            + " it is shared. It holds everything that was said.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The bundle",
                            content = @Content(mediaType = "application/json", schema = @Schema(type = "object"))))
    void bundle(@PathVariable("session_id") UUID sessionId, HttpServletResponse response) throws IOException {
        SimulationRow simulation = simulations.find(sessionId).orElseThrow(() -> new UnknownSimulation(sessionId));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"simulation-%s.bundle.json\"".formatted(sessionId));
        bundles.write(simulation, product, response.getOutputStream());
    }

    @PostMapping(path = "/simulations/import", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "import_simulation",
            summary = "Take in a bundle as a simulation of its own",
            description =
                    "With what it was forked from. It replays to the same journal hash and can be played on. Its calls are"
                            + " marked as imported and cost nothing here. At most 256 MB.",
            requestBody =
                    @RequestBody(
                            required = true,
                            description = "As GET /simulations/{session_id}/bundle answers it",
                            content = @Content(mediaType = "application/json", schema = @Schema(type = "object"))))
    ImportAnswer take(HttpServletRequest request, RequestKey key) throws IOException {
        try (Spool bundle = Spool.of(request.getInputStream())) {
            return switch (imports.read(bundle.file(), Owner.ANONYMOUS, key.value(), bundle.hash())) {
                case Imported.Simulation imported -> answer(imported.id());
                case Imported.KeyConflict _ -> throw new KeyUsedBefore(key);
            };
        } catch (InvalidBundle invalid) {
            String field = invalid.path().isEmpty() ? "body" : "body." + invalid.path();
            throw new InvalidRequest(field, "value_error", String.valueOf(invalid.getMessage()));
        }
    }

    private ImportAnswer answer(UUID id) {
        SimulationRow row = simulations.find(id).orElseThrow(() -> new UnknownSimulation(id));
        return ImportAnswer.of(row, journal.hash(id, row.currentTurn()));
    }
}
