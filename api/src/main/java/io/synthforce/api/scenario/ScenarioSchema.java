package io.synthforce.api.scenario;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.synthforce.api.problem.InvalidField;
import io.synthforce.workflows.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The published shape of a scenario document. */
final class ScenarioSchema {

    static final JsonNode TREE = Json.mapper().readTree(text());

    private static final int MOST = 50;
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TREE);

    private ScenarioSchema() {}

    /** What is wrong with the shape of a document. */
    static List<InvalidField> faults(Located document) {
        return SCHEMA.validate(document.root()).stream()
                .limit(MOST)
                .map(error -> fault(document, error))
                .distinct()
                .toList();
    }

    private static InvalidField fault(Located document, Error error) {
        String pointer = error.getInstanceLocation().toString();
        String property = error.getProperty();
        return switch (String.valueOf(error.getKeyword())) {
            case "additionalProperties" ->
                document.fault(
                        pointer + "/" + property, "There is no '%s' here".formatted(property), "extra_forbidden");
            case "required" -> document.fault(pointer + "/" + property, "Field required", "missing");
            default -> document.fault(pointer, sentence(String.valueOf(error.getMessage())), "schema");
        };
    }

    private static String sentence(String message) {
        return message.substring(message.indexOf(": ") + 1).strip();
    }

    private static String text() {
        try (InputStream in = ScenarioSchema.class.getResourceAsStream("/schemas/scenario.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
