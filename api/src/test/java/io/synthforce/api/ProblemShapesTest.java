package io.synthforce.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.api.Caller.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

@WholeProgram
class ProblemShapesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Caller caller;

    @Test
    void an_unknown_route_is_404() {
        assertProblem(caller.get("/simulate/start/over"), 404, "not_found");
        assertProblem(caller.get("/error"), 404, "not_found");
        assertProblem(caller.get("/actuator/health"), 404, "not_found");
    }

    @Test
    void a_wrong_method_is_405_and_the_right_ones_are_named() {
        Answer answer = caller.send(HttpMethod.PUT, "/simulations", null, headers -> {});

        assertProblem(answer, 405, "method_not_allowed");
        assertThat(answer.headers().getFirst("Allow")).contains("GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "application/yaml", "text/html"})
    void what_is_not_served_is_406(String type) {
        assertProblem(
                caller.send(HttpMethod.GET, "/simulations", null, headers -> headers.set("Accept", type)),
                406,
                "not_acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/yaml", "application/x-www-form-urlencoded"})
    void what_is_no_json_is_415(String type) throws IOException {
        assertThat(raw("POST /simulate/start HTTP/1.1", "Content-Type: " + type + "\r\nContent-Length: 2", "{}"))
                .startsWith("HTTP/1.1 415")
                .contains("application/problem+json", "\"error\":\"unsupported_media_type\"");
    }

    @Test
    void more_than_10_megabytes_are_413() {
        String body = "{\"scenario\": \"" + "x".repeat(12 << 20) + "\"}";

        assertProblem(caller.post("/simulate/start", body), 413, "content_too_large");
    }

    @Test
    void more_than_10_megabytes_are_413_however_they_are_sent() throws IOException {
        String chunk = "200000\r\n" + "x".repeat(0x200000) + "\r\n";

        assertThat(raw(
                        "POST /simulate/start HTTP/1.1",
                        "Content-Type: application/json\r\nTransfer-Encoding: chunked",
                        "d\r\n{\"scenario\":\"\r\n" + chunk.repeat(6) + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 413")
                .contains("\"error\":\"content_too_large\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/simulate%2Fstart", "/simulate/%00", "/simulations/%"})
    void a_malformed_path_is_400_in_the_same_shape(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1", "Accept: */*", ""))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"error\":\"bad_request\"")
                .doesNotContain("Tomcat", "Exception");
    }

    @Test
    void a_malformed_query_is_422() throws IOException {
        assertThat(raw("GET /simulations?status=%zz HTTP/1.1", "Accept: */*", ""))
                .startsWith("HTTP/1.1 422")
                .contains("\"field\":\"query\"");
    }

    private String raw(String requestLine, String headers, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    private static void assertProblem(Answer answer, int status, String error) {
        answer.expect(status);
        assertThat(answer.headers().getContentType()).hasToString("application/problem+json");
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text("error")).isEqualTo(error);
        assertThat(answer.text("type")).isEqualTo("urn:synthforce:problem:" + error);
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(answer.text("message")).isNotBlank();
        assertThat(answer.text("title")).isNotBlank();
    }
}
