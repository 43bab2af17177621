package io.synthforce.api.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.api.RawCaller;
import io.synthforce.api.RawCaller.Answer;
import io.synthforce.api.WholeProgram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeProgram
class CrossOriginTest {

    private static final String KNOWN = "Origin: http://localhost:3000";
    private static final String FOREIGN = "Origin: http://localhost:3001";

    @LocalServerPort
    private int port;

    private RawCaller caller;

    @BeforeEach
    void call() {
        caller = new RawCaller(port);
    }

    @Test
    void a_known_page_may_post_what_the_front_end_posts() {
        Answer answer = preflight(KNOWN, "POST", "content-type, authorization, x-request-id, idempotency-key");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("OK");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("600");
        assertThat(answer.header("Access-Control-Allow-Methods").split(","))
                .contains("GET", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3001", "http://evil.example", "https://localhost:3000", "null"})
    void a_foreign_page_is_told_so(String origin) {
        Answer answer = preflight("Origin: " + origin, "POST", "content-type");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("Disallowed CORS origin");
        assertThat(answer.headers().containsHeader("Access-Control-Allow-Origin"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"TRACE, accept, method", "BREW, accept, method", "POST, x-own, headers"})
    void what_is_not_allowed_is_named(String method, String header, String fault) {
        Answer answer = preflight(KNOWN, method, header);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("Disallowed CORS " + fault);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /agents/list,    200",
        "HEAD, /agents/list,    200",
        "GET,  /nothing/here,   404",
        "PUT,  /agents/list,    405",
        "GET,  /agents/nobody,  422",
        "GET,  /simulations/%,  400",
        "POST, /simulate/start, 422"
    })
    void a_known_page_reads_answers_and_errors(String method, String path, int status) {
        Answer answer = caller.send(method, path, KNOWN);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Vary")).contains("Origin");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(answer.header("Access-Control-Expose-Headers"))
                .contains("X-Request-ID", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset");
    }

    @Test
    void a_method_nobody_knows_is_405_from_everywhere() {
        assertThat(caller.send("BREW", "/agents/list", KNOWN).status()).isEqualTo(405);
        assertThat(caller.send("BREW", "/agents/list", FOREIGN).status()).isEqualTo(405);
    }

    @Test
    void a_foreign_page_cannot_read_what_it_gets() {
        Answer answer = caller.get("/agents/list", FOREIGN);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().containsHeader("Access-Control-Allow-Origin"))
                .isFalse();
        assertThat(answer.header("Vary")).contains("Origin");
    }

    private Answer preflight(String origin, String method, String headers) {
        return caller.send(
                "OPTIONS",
                "/simulate/start",
                origin,
                "Access-Control-Request-Method: " + method,
                "Access-Control-Request-Headers: " + headers);
    }
}
