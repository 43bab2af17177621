package io.synthforce.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.json.Json;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Someone who calls the API over HTTP, as soon as there is a port to call. */
@Lazy
public final class Caller {

    private final RestTestClient client;

    public Caller(@Value("${local.server.port}") int port) {
        HttpClient following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        client = RestTestClient.bindToServer(new JdkClientHttpRequestFactory(following))
                .baseUrl("http://127.0.0.1:" + port)
                .build();
    }

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, JsonNode body) {

        public String text(String member) {
            return body.path(member).asString();
        }

        /** The answer, if it has the status. */
        public Answer expect(int expected) {
            assertThat(status).as("status of %s", body).isEqualTo(expected);
            return this;
        }
    }

    public Answer get(String path) {
        return send(HttpMethod.GET, path, null, headers -> {});
    }

    /** A page for people, wherever its address leads to. */
    public String page(String path) {
        return client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    public Answer delete(String path) {
        return send(HttpMethod.DELETE, path, null, headers -> {});
    }

    public Answer post(String path) {
        return send(HttpMethod.POST, path, null, headers -> {});
    }

    public Answer post(String path, Object body) {
        return post(path, body, headers -> {});
    }

    public Answer post(String path, Object body, Consumer<HttpHeaders> headers) {
        return send(HttpMethod.POST, path, body instanceof String text ? text : Json.write(body), headers);
    }

    public Answer send(HttpMethod method, String path, String body, Consumer<HttpHeaders> headers) {
        RestTestClient.RequestBodySpec request = client.method(method).uri(path).headers(headers);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        EntityExchangeResult<String> result = request.exchange().returnResult(String.class);
        String text = result.getResponseBody();
        JsonNode json = isJson(result.getResponseHeaders()) && text != null && !text.isBlank()
                ? Json.mapper().readTree(text)
                : MissingNode.getInstance();
        return new Answer(result.getStatus().value(), result.getResponseHeaders(), json);
    }

    private static boolean isJson(HttpHeaders headers) {
        MediaType type = headers.getContentType();
        return type != null && type.getSubtype().endsWith("json");
    }

    /** A simulation of two turns with four in its cast, who do not agree. */
    public String start() {
        return start(2);
    }

    public String start(int maxTurns) {
        Map<String, Object> config = Map.of(
                "max_turns", maxTurns, "agents", new String[] {"ceo", "pm", "sales", "simulation_analyst"}, "seed", 7);
        Map<String, Object> request =
                Map.of("scenario", "We consider raising our prices by 20 % from next quarter.", "config", config);
        return post("/simulate/start", request).expect(201).text("session_id");
    }

    public Answer next(String simulation) {
        return post("/simulate/next", Map.of("session_id", simulation));
    }

    public Answer next(String simulation, String key) {
        return post("/simulate/next", Map.of("session_id", simulation), keyed(key));
    }

    public static Consumer<HttpHeaders> keyed(String key) {
        return headers -> headers.set("Idempotency-Key", key);
    }
}
