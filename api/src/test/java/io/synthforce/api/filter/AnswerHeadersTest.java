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
class AnswerHeadersTest {

    @LocalServerPort
    private int port;

    private RawCaller caller;

    @BeforeEach
    void call() {
        caller = new RawCaller(port);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,     /agents/list,        200",
        "HEAD,    /agents/list,        200",
        "GET,     /nothing/here,       404",
        "GET,     /error,              404",
        "PUT,     /agents/list,        405",
        "GET,     /agents/nobody,      422",
        "POST,    /simulate/start,     422",
        "GET,     /simulate/%00,       400",
        "GET,     /simulate%2Fstart,   400",
        "OPTIONS, /agents/list,        200",
        "GET,     /openapi.json,       200"
    })
    void every_answer_is_named_timed_and_secured(String method, String path, int status) {
        Answer answer = caller.send(method, path, "X-Request-ID: abc-1");

        assertThat(answer.status()).isEqualTo(status);
        assertSecured(answer);
        assertThat(answer.headers().get("X-Request-ID")).containsExactly("abc-1");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'");
    }

    @Test
    void a_preflight_is_too() {
        Answer answer = caller.send(
                "OPTIONS", "/simulate/start", "Origin: http://localhost:3000", "Access-Control-Request-Method: POST");

        assertSecured(answer);
        assertThat(answer.header("X-Request-ID")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/swagger-ui/index.html"})
    void the_pages_of_the_documentation_load_what_they_need(String path) {
        Answer answer = caller.get(path);

        assertSecured(answer);
        assertThat(answer.header("Content-Security-Policy")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trace 17/a", "a", "0123456789"})
    void the_id_of_a_request_comes_back(String id) {
        assertThat(caller.get("/agents/list", "X-Request-ID: " + id).header("X-Request-ID"))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tab\there", "caf\u00e9", "esc\u001b[31m"})
    void an_id_that_cannot_be_written_down_is_replaced(String id) {
        assertThat(caller.get("/agents/list", "X-Request-ID: " + id).header("X-Request-ID"))
                .matches("[0-9a-f-]{36}");
    }

    @Test
    void ids_have_1000_characters_at_most() {
        assertThat(RequestId.of("x".repeat(1000))).isEqualTo("x".repeat(1000));
        assertThat(RequestId.of("x".repeat(1001))).matches("[0-9a-f-]{36}");
        assertThat(RequestId.of((String) null)).matches("[0-9a-f-]{36}");
        assertThat(RequestId.of("two\nlines")).matches("[0-9a-f-]{36}");
    }

    private static void assertSecured(Answer answer) {
        assertThat(answer.header("X-Response-Time")).matches("\\d+\\.\\d\\dms");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("X-XSS-Protection")).isEqualTo("1; mode=block");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
        assertThat(answer.header("Permissions-Policy").split(",")).hasSize(8).allMatch(part -> part.endsWith("=()"));
    }
}
