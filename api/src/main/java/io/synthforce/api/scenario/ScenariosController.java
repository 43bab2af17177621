package io.synthforce.api.scenario;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.InvalidField;
import io.synthforce.api.problem.InvalidFields;
import io.synthforce.api.settings.ApiRole;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Shows the scenarios that ship, and checks those that do not. */
@RestController
@ApiRole
@Tag(name = "Scenarios")
final class ScenariosController {

    private static final String EXAMPLE = """
            version: 1
            name: A first scenario
            text: We consider opening on Sundays.
            clock: {start: 2027-01-01, step: month}
            horizon: 2027-06-30
            cast: [{role: ceo}, {role: sales}]
            issues:
              - {id: sundays, question: Do we open on Sundays?, options: [open, stay closed], rule: ceo}
            """;

    private final ScenarioLibrary library;

    ScenariosController(ScenarioLibrary library) {
        this.library = library;
    }

    /** The library. */
    @Schema(name = "ScenarioList")
    record ListAnswer(List<ScenarioSummary> scenarios, int total) {}

    /** A document can be played. */
    @Schema(name = "ValidScenario")
    record ValidAnswer(boolean valid, ScenarioSummary summary) {}

    @GetMapping("/scenarios")
    @Operation(operationId = "list_scenarios", summary = "The scenarios that ship, by id")
    ListAnswer list() {
        List<ScenarioSummary> all = library.all().stream()
                .map(entry -> ScenarioSummary.of(entry.id(), entry.read().scenario()))
                .toList();
        return new ListAnswer(all, all.size());
    }

    @GetMapping("/scenarios/{scenario_id}")
    @Operation(operationId = "get_scenario", summary = "One scenario as a document, to read and to copy")
    ScenarioAnswer get(@PathVariable("scenario_id") String id) {
        return library.find(id).map(ScenarioAnswer::of).orElseThrow(() -> new UnknownScenario(id));
    }

    @PostMapping(
            path = "/scenarios/validate",
            consumes = {
                MediaType.APPLICATION_YAML_VALUE,
                "application/x-yaml",
                "text/yaml",
                MediaType.TEXT_PLAIN_VALUE,
                MediaType.APPLICATION_JSON_VALUE
            })
    @Operation(
            operationId = "validate_scenario",
            summary = "Check a scenario document",
            description = "The body is the document, YAML or JSON. What is wrong is told with path, line and column,"
                    + " all of it at once as far as its shape allows.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_YAML_VALUE,
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(EXAMPLE)),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(type = "object"))
                            }))
    ValidAnswer validate(@RequestBody byte[] body) {
        return new ValidAnswer(
                true,
                ScenarioSummary.of(null, Documents.read(text(body), "body").scenario()));
    }

    @GetMapping(path = "/schemas/scenario", produces = "application/schema+json")
    @Operation(
            operationId = "get_scenario_schema",
            summary = "The JSON Schema of scenario documents, for editors and checks")
    JsonNode schema() {
        return ScenarioSchema.TREE;
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidFields(List.of(new InvalidField("body", "A document is UTF-8", "string_unicode")));
        }
    }
}
