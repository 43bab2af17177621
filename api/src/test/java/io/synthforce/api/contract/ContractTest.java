package io.synthforce.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.api.Caller;
import io.synthforce.api.Caller.Answer;
import io.synthforce.api.WholeProgram;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@WholeProgram
class ContractTest {

    /** Headers that every answer carries. */
    private static final List<String> HEADERS = List.of(
            "X-Request-ID",
            "X-Response-Time",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "X-XSS-Protection",
            "Referrer-Policy",
            "Permissions-Policy",
            "Content-Security-Policy");

    @LocalServerPort
    private int port;

    private Caller caller;
    private Simulations simulations;

    @BeforeEach
    void call() {
        caller = new Caller(port);
        simulations = new Simulations(caller);
    }

    @TestFactory
    Stream<DynamicTest> answers_as_the_contract_says() {
        return Table.rows("answers")
                .map(row -> DynamicTest.dynamicTest(row.path("row").asString(), () -> check(row)));
    }

    private void check(JsonNode row) {
        Answer answer = send(row);
        assertThat(answer.status())
                .as("%s", answer.body())
                .isEqualTo(row.path("status").asInt());
        if (row.has("answer")) {
            Form.check(answer.body(), row.path("answer"), "answer");
        }
        assertThat(HEADERS).allMatch(header -> answer.headers().containsHeader(header));
    }

    private Answer send(JsonNode row) {
        String[] ask = simulations.fill(row.path("ask").asString()).split(" ", 2);
        String body = row.has("text")
                ? row.path("text").asString()
                : row.has("body") ? simulations.fill(row.path("body").toString()) : null;
        return caller.send(HttpMethod.valueOf(ask[0]), ask[1], body, headers -> {});
    }

    @TestFactory
    Stream<DynamicTest> holds_every_limit_on_both_sides() {
        return Table.rows("limits")
                .flatMap(row -> Stream.concat(
                        row.path("fits").valueStream().map(value -> limit(row, value, true)),
                        row.path("fails").valueStream().map(value -> limit(row, value, false))));
    }

    private DynamicTest limit(JsonNode row, JsonNode value, boolean fits) {
        String operation = row.path("operation").asString();
        String field = row.path("field").asString();
        return DynamicTest.dynamicTest(
                "%s: %s %s %s".formatted(operation, field, fits ? "may be" : "may not be", value), () -> {
                    Limited limited = Limited.of(operation);
                    Answer answer = limited.send(caller, simulations, field, Limited.spelledOut(value));
                    if (fits) {
                        assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 202);
                    } else {
                        answer.expect(422);
                        assertThat(answer.body().path("details").valueStream())
                                .as("%s", answer.body())
                                .anyMatch(detail ->
                                        detail.path("field").asString().startsWith(limited.source() + "." + field));
                    }
                });
    }

    @Test
    void every_operation_of_the_contract_has_rows_for_each_of_its_answers() {
        var tested = new TreeSet<String>();
        Table.rows("answers").forEach(row -> tested.add(operation(row) + " " + row.path("status")));
        assertThat(tested)
                .containsAll(Table.rows("operations").map(JsonNode::asString).toList());
    }

    /** The method and the path with names for what varies. */
    private static String operation(JsonNode row) {
        return row.path("ask")
                .asString()
                .replaceFirst("\\?.*", "")
                .replaceFirst("(/simulate|/simulations|/memory)/(\\$\\w+|not-an-id)", "$1/{session_id}")
                .replaceFirst("(/experiments)/(\\$\\w+|not-an-id)", "$1/{experiment_id}")
                .replaceFirst("(/memory/\\{session_id})/[^/]+$", "$1/{memory_id}")
                .replaceFirst("/scenarios/(price-increase|flood)", "/scenarios/{scenario_id}")
                .replaceFirst("/agents/(ceo|cook)", "/agents/{role}");
    }
}
