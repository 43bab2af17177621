package io.synthforce.api.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.turn.TurnDocuments;
import io.synthforce.store.call.Costs;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.interview.Interviews;
import io.synthforce.store.journal.Journal;
import io.synthforce.store.lineage.Lineages;
import io.synthforce.store.memory.Memories;
import io.synthforce.store.plan.Plans;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.store.turn.Turns;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Hands a whole simulation out as a file. */
@RestController
@ApiRole
@Tag(name = "Simulations")
final class ExportController {

    private final Simulations simulations;
    private final Snapshots snapshots;
    private final Turns turns;
    private final TurnDocuments documents;
    private final Export.Sources sources;
    private final JsonMapper json;

    ExportController(
            Simulations simulations,
            Snapshots snapshots,
            Turns turns,
            TurnDocuments documents,
            Journal journal,
            ModelCalls calls,
            Lineages lineages,
            Plans plans,
            Memories memories,
            Interviews interviews,
            Costs costs,
            JsonMapper json) {
        this.simulations = simulations;
        this.snapshots = snapshots;
        this.turns = turns;
        this.documents = documents;
        this.sources = new Export.Sources(journal, calls, lineages, plans, memories, interviews, costs);
        this.json = json;
    }

    @GetMapping("/simulations/{session_id}/export")
    @Operation(
            operationId = "export_simulation",
            summary = "A whole simulation as a file",
            description = """
                    json: scenario, turns with who said what, ledger with causes, tasks, memories, interviews, cost, who spoke,
                    and the journal: the entries of beginning_journal and of all turns, in their order, are what journal_hash
                    is taken of (the first 32 hexadecimal digits of SHA-256 over their hashes, one after the other).
                    csv: the ledger, a line for every turn and indicator (RFC 4180; cells that a spreadsheet would take for
                    formulas begin with an apostrophe). md: a report to be read. Up to the last turn that is played; turns
                    before a fork are those of what it was forked from.""",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The file",
                            content = {
                                @Content(mediaType = "application/json", schema = @Schema(type = "object")),
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                                @Content(mediaType = "text/markdown", schema = @Schema(type = "string"))
                            }))
    void export(
            @PathVariable("session_id") UUID sessionId,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {"json", "csv", "md"},
                                            defaultValue = "json"))
                    @RequestParam(defaultValue = "json")
                    String format,
            HttpServletResponse response)
            throws IOException {
        Format asked = Format.of(format);
        SimulationRow simulation = simulations.find(sessionId).orElseThrow(() -> new UnknownSimulation(sessionId));
        Chronicle chronicle = new Chronicle(simulation, sources.lineages(), sources.journal(), snapshots);
        response.setContentType(asked.type().toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"simulation-%s.%s\"".formatted(sessionId, asked.word()));
        write(asked, new Export(simulation, chronicle, sources), response.getOutputStream());
    }

    private void write(Format format, Export export, OutputStream out) throws IOException {
        switch (format) {
            case JSON -> new JsonExport(export, turns, documents, json).write(out);
            case CSV -> {
                try (Writer lines = writer(out)) {
                    CsvExport.write(export.simulation(), export.chronicle(), lines);
                }
            }
            case MD -> {
                try (Writer lines = writer(out)) {
                    new Report(export, documents, lines).write();
                }
            }
        }
    }

    private static Writer writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }
}
