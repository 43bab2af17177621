package io.synthforce.api.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.api.Caller;
import io.synthforce.api.Caller.Answer;
import io.synthforce.api.WholeProgram;
import io.synthforce.workflows.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

@WholeProgram
class DescriptionTest {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Autowired
    private Caller caller;

    private JsonNode document;
    private Described api;

    @BeforeEach
    void read() {
        document = caller.get("/openapi.json").expect(200).body();
        api = new Described(caller, document);
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
        Map<String, Object> config = Map.of("max_turns", 2, "agents", List.of("ceo", "sales"), "seed", 7);
        Map<String, Object> start = Map.of("scenario", "Shall we raise our prices by 20 %?", "config", config);
        String id = api.post("/simulate/start", start).text("session_id");
        Map<String, String> next = Map.of("session_id", id);
        api.post("/simulate/{session_id}/inject", Map.of("text", "A competitor cuts its prices."), id);
        api.post("/simulate/next", next).expect(200);
        api.post("/simulate/{session_id}/pause", null, id);
        api.post("/simulate/next", next).expect(409);
        api.post("/simulate/{session_id}/resume", null, id);
        api.post("/simulate/next", Map.of()).expect(422);
        api.get("/simulate/{session_id}", id);
        api.get("/simulations");
        api.get("/simulations/{session_id}/turns", id);
        api.get("/simulations/{session_id}/turns/{turn}", id, 1);
        api.get("/simulations/{session_id}/workflow", id);
        api.get("/simulations/{session_id}/dissent", id);
        api.get("/simulations/{session_id}/quality", id);
        api.get("/simulations/{session_id}/cost", id);
        api.get("/simulations/{session_id}/ledger", id);
        api.send(HttpMethod.PUT, "/simulations/{session_id}/budget", Map.of("max_tokens", 5_000_000), _ -> {}, id)
                .expect(200);
        api.get("/simulate/{session_id}", id);
        api.get("/costs");
        api.post("/simulate/estimate", Map.of("start", start)).expect(200);
        api.post("/simulate/estimate", Map.of()).expect(422);
        api.post("/simulations/{session_id}/branches", Map.of("name", "Another way", "base_turn", 1), id)
                .expect(201);
        api.get("/simulations/{session_id}/snapshots", id);
        api.get("/simulations/{session_id}/snapshots/{turn}", id, 1);
        api.get("/simulations/{session_id}/lineage", id);
        api.get("/simulations/{session_id}/export", id);
        api.post("/simulations/{session_id}/replay", Map.of("calls_of", id), id).expect(200);
        api.post("/simulate/{session_id}/stop", null, id);
        api.post("/simulations/{session_id}/ask", Map.of("agent", "sales", "question", "What do you fear?"), id)
                .expect(200);
        api.get("/simulations/{session_id}/interviews", id);
        api.get("/simulations/{session_id}/bundle", id).expect(200);
        JsonNode bundle = EXACT.readTree(caller.page("/simulations/" + id + "/bundle"));
        api.post("/simulations/import", bundle).expect(201);
        api.post("/simulations/import", Map.of("header", 1)).expect(422);
    }

    @Test
    void memories_are_as_described() {
        Map<String, Object> config = Map.of("max_turns", 2, "agents", List.of("ceo", "sales"), "seed", 7);
        String id = caller.post(
                        "/simulate/start", Map.of("scenario", "Shall we raise our prices by 20 %?", "config", config))
                .text("session_id");
        Map<String, Object> contract = Map.of(
                "agent_role", "ceo",
                "key", "holt_contract",
                "content", Map.of("summary", "The contract with Holt & Sons ends in March."));
        String memory =
                api.post("/memory/{session_id}", contract, id).expect(201).text("id");
        api.post("/memory/{session_id}", contract, id).expect(409);
        caller.next(id).expect(200);
        api.send(HttpMethod.PATCH, "/memory/{session_id}/{memory_id}", Map.of("pinned", true), h -> {}, id, memory)
                .expect(200);
        api.get("/memory/{session_id}?agent_role=ceo&explain=1,ceo", id).expect(200);
        caller.delete("/memory/" + id + "/" + memory).expect(204);
        api.send(HttpMethod.PATCH, "/memory/{session_id}/{memory_id}", Map.of("pinned", true), h -> {}, id, memory)
                .expect(404);
    }

    @Test
    void what_ifs_are_as_described() {
        String id = caller.start();
        caller.next(id).expect(200);
        Map<String, Object> change = Map.of("type", "context", "target", "market", "change", Map.of("mood", "bad"));
        Map<String, Object> whatIf = Map.of(
                "session_id",
                id,
                "modifications",
                List.of(change),
                "num_turns_to_simulate",
                1,
                "expectation",
                List.of(Map.of("direction", "down", "text", "A bad mood costs us.")));
        String begun = api.send(HttpMethod.POST, "/simulate/what-if", whatIf, prefersNotToWait())
                .expect(202)
                .text("id");
        api.post("/experiments/{experiment_id}/cancel", null, begun);
        String experiment = api.post("/simulate/what-if", whatIf).expect(200).text("id");
        api.get("/experiments/{experiment_id}", experiment).expect(200);
        api.read("/experiments/{experiment_id}/data.csv", experiment);
        api.read("/experiments/{experiment_id}/events", experiment);
        api.post("/experiments/{experiment_id}/brief", Map.of("baseline", Map.of("repeats", 3)), experiment)
                .expect(200);
        api.get("/experiments/{experiment_id}/brief", experiment).expect(200);
        api.post("/experiments/{experiment_id}/cancel", null, experiment).expect(409);
        Map<String, Object> judged = new LinkedHashMap<>(whatIf);
        judged.put("outcome", Map.of("primary", Map.of("proposition", "The company raises its prices")));
        String judgedOnes = caller.post("/simulate/what-if", judged).expect(200).text("id");
        Map<String, Object> label = Map.of("position", 0, "holds", true, "labeller", "ada");
        api.post("/experiments/{experiment_id}/labels", label, judgedOnes).expect(200);
        api.get("/experiments/{experiment_id}/labels", judgedOnes).expect(200);
        api.get("/experiments/{experiment_id}", judgedOnes).expect(200);
        api.send(HttpMethod.PUT, "/experiments/{experiment_id}/budget", Map.of("max_tokens", 9), _ -> {}, experiment)
                .expect(409);
        api.post("/experiments/{experiment_id}/extend", Map.of("repeats", 1), experiment)
                .expect(202);
    }

    @Test
    void what_is_begun_is_as_described() {
        String id = caller.start();
        api.send(HttpMethod.POST, "/simulate/next", Map.of("session_id", id), prefersNotToWait())
                .expect(202);
        playOn(id).expect(202);
        api.get("/simulate/{session_id}", id);
        await().until(() -> playOn(id).status() == 200);
        api.read("/simulations/{session_id}/events", id);
    }

    @Test
    void the_service_is_as_described() {
        api.get("/scenarios");
        api.get("/scenarios/{scenario_id}", "price-increase");
        api.get("/schemas/scenario");
        api.get("/agents/list");
        api.get("/agents/{role}", "ceo");
        api.get("/health");
        api.get("/ready");
        api.get("/");
        api.read("/metrics");
    }

    @Test
    void every_operation_shows_an_example() {
        assertThat(operations().filter(operation -> !hasExamples(operation)))
                .extracting(operation -> operation.path("operationId").asString())
                .as("operations without an example in src/main/resources/examples; target/examples has those"
                        + " played here")
                .isEmpty();
    }

    @Test
    void every_example_is_as_described() {
        assertThat(operations().flatMap(DescriptionTest::bodies))
                .allSatisfy(body -> assertThat(api.faults(Described.schema(body), example(body)))
                        .isEmpty());
    }

    @Test
    void the_pages_to_read_it_are_there() {
        assertThat(document.path("info").path("title").asString()).isEqualTo("Synthetic Workforce Simulator");
        assertThat(caller.page("/docs")).contains("Swagger UI");
        assertThat(caller.page("/redoc")).contains("Swagger UI");
    }

    private Stream<JsonNode> operations() {
        return document.path("paths").valueStream().flatMap(JsonNode::valueStream);
    }

    private boolean hasExamples(JsonNode operation) {
        return bodies(operation).noneMatch(body -> example(body).isMissingNode());
    }

    /** What is asked, and what is answered if all goes well. */
    private static Stream<JsonNode> bodies(JsonNode operation) {
        Stream<JsonNode> answers = operation
                .path("responses")
                .propertyStream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(Map.Entry::getValue);
        return Stream.concat(Stream.of(operation.path("requestBody")), answers).filter(body -> body.has("content"));
    }

    private JsonNode example(JsonNode body) {
        JsonNode content = body.path("content").valueStream().findFirst().orElseThrow();
        return content.path("examples")
                .valueStream()
                .findFirst()
                .map(shared -> api.resolved(shared).path("value"))
                .orElseGet(() -> content.path("example"));
    }

    private Answer playOn(String id) {
        return api.send(
                HttpMethod.POST, "/simulate/{session_id}/play", Map.of("until_turn", 2), Caller.keyed("play"), id);
    }

    private static Consumer<HttpHeaders> prefersNotToWait() {
        return headers -> headers.set("Prefer", "respond-async");
    }
}
