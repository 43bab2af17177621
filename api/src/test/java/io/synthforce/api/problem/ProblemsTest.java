package io.synthforce.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

class ProblemsTest {

    private final RestTestClient client = RestTestClient.bindToController(new Failing())
            .configureServer(server -> server.setControllerAdvice(new Problems()))
            .build();

    @Test
    void what_nobody_foresaw_is_500_and_says_nothing_of_the_inside() {
        client.get()
                .uri("/defect")
                .exchange()
                .expectStatus()
                .isEqualTo(500)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(String.class)
                .value(body -> assertThat(body)
                        .contains("\"error\":\"internal_error\"", "\"message\":\"An unexpected error occurred\"")
                        .doesNotContain("secret", "Exception", "\tat "));
    }

    @ParameterizedTest
    @EnumSource(Away.class)
    void while_the_database_is_away_callers_are_told_to_come_back(Away away) {
        client.get()
                .uri("/away/" + away)
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "5")
                .expectBody(String.class)
                .value(body -> assertThat(body)
                        .contains("\"error\":\"database_unavailable\"")
                        .doesNotContain("secret", "select"));
    }

    private enum Away {
        RESOURCE(new DataAccessResourceFailureException("select secret", new SQLException("secret"))),
        TRANSACTION(new CannotCreateTransactionException("secret")),
        TIMEOUT(new QueryTimeoutException("select secret"));

        private final RuntimeException exception;

        Away(RuntimeException exception) {
            this.exception = exception;
        }
    }

    @RestController
    static final class Failing {

        @GetMapping("/defect")
        String defect() {
            throw new IllegalStateException("secret");
        }

        @GetMapping("/away/{away}")
        String away(@PathVariable("away") Away away) {
            throw away.exception;
        }
    }
}
