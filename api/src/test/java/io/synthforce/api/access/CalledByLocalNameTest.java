package io.synthforce.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.api.RawCaller;
import io.synthforce.api.RawCaller.Answer;
import io.synthforce.api.WholeProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeProgram
class CalledByLocalNameTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LOCALHOST:8000", "127.0.0.1:8000", "127.1.2.3", "[::1]:8000", "app.localhost"})
    void its_own_machine_is_served(String host) {
        assertThat(new RawCaller(port).get("/agents/list", "Host: " + host).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "192.168.0.2", "0.0.0.0"})
    void a_name_that_leads_here_from_elsewhere_is_not(String host) {
        Answer answer = new RawCaller(port).get("/agents/list", "Host: " + host);

        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.body()).contains("\"error\":\"misdirected_request\"", "set API_TOKEN");
        assertThat(answer.header("X-Request-ID")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/ready"})
    void how_it_is_is_told_under_any_name(String path) {
        assertThat(new RawCaller(port).get(path, "Host: 10.1.2.3:8000").status())
                .isEqualTo(200);
    }

    @Test
    void without_a_token_nobody_is_asked_for_one() {
        assertThat(new RawCaller(port)
                        .get("/agents/list", "Authorization: Bearer whatever")
                        .status())
                .isEqualTo(200);
    }
}
