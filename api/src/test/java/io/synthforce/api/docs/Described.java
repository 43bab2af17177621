package io.synthforce.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.synthforce.api.Caller;
import io.synthforce.api.Caller.Answer;
import io.synthforce.workflows.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A caller who holds every answer against the description, and keeps a success of each operation in
 * {@code target/examples}, from where it can be copied to the examples that the description shows.
 */
final class Described {

    private static final Path RECORDED = Path.of("target/examples");

    private final Caller caller;
    private final JsonNode document;

    Described(Caller caller, JsonNode document) {
        this.caller = caller;
        this.document = document;
    }

    Answer get(String path, Object... variables) {
        return send(HttpMethod.GET, path, null, headers -> {}, variables);
    }

    Answer post(String path, @Nullable Object body, Object... variables) {
        return send(HttpMethod.POST, path, body, headers -> {}, variables);
    }

    Answer send(
            HttpMethod method, String path, @Nullable Object body, Consumer<HttpHeaders> headers, Object... variables) {
        Answer answer = caller.send(method, uri(path, variables), body == null ? null : Json.write(body), headers);
        JsonNode operation = operation(method, path);
        JsonNode response = resolved(operation.path("responses").path(String.valueOf(answer.status())));
        assertThat(faults(schema(response), answer.body()))
                .as("%s %s", method, path)
                .isEmpty();
        boolean justBegun =
                answer.status() == 202 && operation.path("responses").has("200");
        if (answer.status() < 300 && !justBegun) {
            record(operation.path("operationId").asString(), body, answer.body());
        }
        return answer;
    }

    /** Reads what is no JSON to its end. */
    void read(String path, Object... variables) {
        String text = caller.page(uri(path, variables));
        record(operation(HttpMethod.GET, path).path("operationId").asString(), null, StringNode.valueOf(text));
    }

    /** What the description's schema finds wrong with a value; {@code schema} may refer to the description's own. */
    List<String> faults(JsonNode schema, JsonNode value) {
        ObjectNode whole = Json.mapper().createObjectNode();
        whole.set("components", document.path("components"));
        whole.setAll((ObjectNode) schema);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole)
                .validate(value)
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** What a request or response may hold; fails where nothing is described. */
    static JsonNode schema(JsonNode described) {
        return described.path("content").valueStream().findFirst().orElseThrow().path("schema");
    }

    /** What is said here, or what is referred to among the components. */
    JsonNode resolved(JsonNode described) {
        return described.has("$ref")
                ? document.at(described.path("$ref").asString().substring(1))
                : described;
    }

    private JsonNode operation(HttpMethod method, String path) {
        return document.path("paths")
                .path(path.replaceFirst("\\?.*", ""))
                .path(method.name().toLowerCase(Locale.ROOT));
    }

    private static String uri(String path, Object... variables) {
        return UriComponentsBuilder.fromUriString(path)
                .buildAndExpand(variables)
                .toUriString();
    }

    private static void record(String operation, @Nullable Object request, JsonNode response) {
        ObjectNode example = Json.mapper().createObjectNode();
        if (request != null) {
            example.set("request", Json.mapper().valueToTree(request));
        }
        example.set("response", response);
        try {
            Files.createDirectories(RECORDED);
            Files.writeString(RECORDED.resolve(operation + ".json"), example.toPrettyString() + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
