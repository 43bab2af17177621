package io.synthforce.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.synthforce.api.Caller;
import io.synthforce.api.Caller.Answer;
import io.synthforce.api.WholeProgram;
import io.synthforce.workflows.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@WholeProgram
class DescriptionTest {

    @LocalServerPort
    private int port;

    private Caller caller;
    private JsonNode document;

    @BeforeEach
    void read() {
        caller = new Caller(port);
        document = caller.get("/openapi.json").expect(200).body();
    }

    @Test
    void every_operation_has_a_name_a_summary_and_its_problems() {
        assertThat(operations()).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.path("operationId").asString()).matches("[a-z]+(_[a-z]+)+");
            assertThat(operation.path("summary").asString()).isNotBlank();
            assertThat(operation.path("responses").has("500")).isTrue();
        });
    }

    @Test
    void the_client_is_generated_from_it() throws IOException {
        Path served = Path.of("target/openapi.json");
        Files.writeString(served, document.toPrettyString() + "\n");

        assertThat(Json.mapper().readTree(Path.of("../client/openapi.json")))
                .as("cp api/%s client/openapi.json", served)
                .isEqualTo(document);
    }

    @Test
    void answers_are_as_described() {
        String id = caller.start();
        caller.next(id).expect(200);

        assertDescribed(
                "/simulate/start", "post", caller.post("/simulate/start", Map.of("scenario", "Shall we hire?")));
        assertDescribed("/simulate/next", "post", caller.next(id));
        assertDescribed("/simulate/next", "post", caller.next(id).expect(409));
        assertDescribed(
                "/simulate/next", "post", caller.post("/simulate/next", "{}").expect(422));
        assertDescribed("/simulate/{session_id}", "get", caller.get("/simulate/" + id));
        assertDescribed("/simulations", "get", caller.get("/simulations"));
        assertDescribed("/simulations/{session_id}/turns", "get", caller.get("/simulations/" + id + "/turns"));
        assertDescribed("/simulations/{session_id}/turns/{turn}", "get", caller.get("/simulations/" + id + "/turns/1"));
        assertDescribed("/simulations/{session_id}/workflow", "get", caller.get("/simulations/" + id + "/workflow"));
        assertDescribed("/simulations/{session_id}/cost", "get", caller.get("/simulations/" + id + "/cost"));
        assertDescribed("/memory/{session_id}", "get", caller.get("/memory/" + id));
        assertDescribed("/agents/list", "get", caller.get("/agents/list"));
        assertDescribed("/agents/{role}", "get", caller.get("/agents/ceo"));
        assertDescribed("/health", "get", caller.get("/health"));
        assertDescribed("/ready", "get", caller.get("/ready"));
        assertDescribed("/", "get", caller.get("/"));
        Answer branch = caller.post("/simulations/" + id + "/branches", Map.of("name", "Another way"));
        assertDescribed("/simulations/{session_id}/branches", "post", branch.expect(201));
        assertDescribed("/simulations/{session_id}/snapshots", "get", caller.get("/simulations/" + id + "/snapshots"));
        assertDescribed(
                "/simulations/{session_id}/snapshots/{turn}", "get", caller.get("/simulations/" + id + "/snapshots/1"));
        assertDescribed("/simulations/{session_id}/lineage", "get", caller.get("/simulations/" + id + "/lineage"));

        Map<String, Object> change = Map.of("type", "context", "target", "market", "change", Map.of("mood", "bad"));
        Answer whatIf = caller.post(
                "/simulate/what-if",
                Map.of("session_id", id, "modifications", List.of(change), "num_turns_to_simulate", 1));
        assertDescribed("/simulate/what-if", "post", whatIf.expect(200));
        assertDescribed(
                "/experiments/{experiment_id}",
                "get",
                caller.get("/experiments/" + whatIf.text("id")).expect(200));
        assertDescribed(
                "/experiments/{experiment_id}/cancel",
                "post",
                caller.post("/experiments/" + whatIf.text("id") + "/cancel").expect(409));

        String other = caller.start();
        Answer pending = caller.post(
                "/simulate/next", Map.of("session_id", other), headers -> headers.set("Prefer", "respond-async"));
        assertDescribed("/simulate/next", "post", pending.expect(202));
        assertDescribed(
                "/simulate/{session_id}/inject",
                "post",
                caller.post("/simulate/" + other + "/inject", Map.of("text", "The press calls."))
                        .expect(202));
        Answer playing = caller.post("/simulate/" + other + "/play", Map.of("until_turn", 2), Caller.keyed("play"));
        assertDescribed("/simulate/{session_id}/play", "post", playing.expect(202));
        assertDescribed("/simulate/{session_id}", "get", caller.get("/simulate/" + other));
        assertDescribed("/simulate/{session_id}/pause", "post", caller.post("/simulate/" + other + "/pause"));
    }

    @Test
    void the_pages_to_read_it_are_there() {
        assertThat(document.path("info").path("title").asString()).isEqualTo("Synthetic Workforce Simulator");
        assertThat(caller.page("/docs")).contains("Swagger UI");
    }

    private Stream<JsonNode> operations() {
        return document.path("paths").valueStream().flatMap(JsonNode::valueStream);
    }

    /** Also that nothing is answered that is not described. */
    private void assertDescribed(String path, String method, Answer answer) {
        JsonNode response =
                document.path("paths").path(path).path(method).path("responses").path(String.valueOf(answer.status()));
        JsonNode schema =
                response.path("content").valueStream().findFirst().orElseThrow().path("schema");
        ObjectNode whole = Json.mapper().createObjectNode();
        whole.set("components", document.path("components"));
        whole.setAll((ObjectNode) schema);
        List<String> faults = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole)
                .validate(answer.body())
                .stream()
                .map(Object::toString)
                .toList();
        assertThat(faults).as("%s %s", method, path).isEmpty();
    }
}
