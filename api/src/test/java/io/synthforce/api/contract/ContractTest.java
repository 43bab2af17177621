package io.synthforce.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.api.Caller;
import io.synthforce.api.Caller.Answer;
import io.synthforce.api.WholeProgram;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
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

    /** What any operation may answer is shown once: by ProblemShapesTest, GuardedProgramTest and OpenedProgramTest. */
    private static final Set<String> COMMON = Set.of("400", "401", "413", "415", "421", "429", "500", "503");

    @Autowired
    private Caller caller;

    private Simulations simulations;
    private @Nullable JsonNode document;

    @BeforeEach
    void call() {
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
        checkKind(row, answer);
    }

    private Answer send(JsonNode row) {
        String[] ask = simulations.fill(row.path("ask").asString()).split(" ", 2);
        String body = row.has("text")
                ? simulations.fill(row.path("text").asString())
                : row.has("body") ? simulations.fill(row.path("body").toString()) : null;
        return caller.send(HttpMethod.valueOf(ask[0]), ask[1], body, headers -> {
            if (row.has("key")) {
                headers.set("Idempotency-Key", simulations.fill(row.path("key").asString()));
            }
            if (row.has("prefer")) {
                headers.set("Prefer", row.path("prefer").asString());
            }
        });
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
    void every_answer_of_every_operation_that_is_served_has_a_row() {
        Set<String> shown = new TreeSet<>();
        Table.rows("answers").forEach(row -> shown.add(operation(row) + " " + row.path("status")));
        Table.rows("elsewhere").forEach(row -> shown.add(row.path("answer").asString()));

        assertThat(served())
                .filteredOn(answer -> !COMMON.contains(answer.substring(answer.lastIndexOf(' ') + 1)))
                .isNotEmpty()
                .allMatch(shown::contains, "has a row in answers.yaml, or a test that is named in elsewhere.yaml");
    }

    @Test
    void what_is_shown_elsewhere_is_shown_by_a_test_there_is() {
        assertThat(Table.rows("elsewhere").map(row -> row.path("test").asString()))
                .isNotEmpty()
                .allSatisfy(test ->
                        assertThat(Class.forName("io.synthforce." + test)).isNotNull());
    }

    private Stream<String> served() {
        return described()
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .flatMap(operation -> operation.getValue().path("responses").propertyNames().stream()
                                .map(status -> "%s %s %s"
                                        .formatted(
                                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), status))));
    }

    private JsonNode described() {
        if (document == null) {
            document = caller.get("/openapi.json").expect(200).body();
        }
        return document;
    }

    /** The method and the path with names for what varies. */
    private static String operation(JsonNode row) {
        return row.path("ask")
                .asString()
                .replaceFirst("\\?.*", "")
                .replaceFirst("(/simulate|/simulations|/memory)/(\\$\\w+|not-an-id)", "$1/{session_id}")
                .replaceFirst("(/experiments)/(\\$\\w+|not-an-id)", "$1/{experiment_id}")
                .replaceFirst("(/turns|/snapshots)/(\\d+|not-an-id)$", "$1/{turn}")
                .replaceFirst("(/memory/\\{session_id})/[^/]+$", "$1/{memory_id}")
                .replaceFirst("/scenarios/(price-increase|flood)", "/scenarios/{scenario_id}")
                .replaceFirst("/agents/(ceo|cook)", "/agents/{role}");
    }

    /** A problem is of a kind that its operation names beside the status. */
    private void checkKind(JsonNode row, Answer answer) {
        String[] asked = operation(row).split(" ");
        JsonNode response = described()
                .path("paths")
                .path(asked[1])
                .path(asked[0].toLowerCase(Locale.ROOT))
                .path("responses")
                .path(String.valueOf(answer.status()));
        if (answer.status() >= 400 && !response.isMissingNode()) {
            String shared = response.path("$ref").asString().substring(1);
            assertThat(described()
                            .at(shared)
                            .path("content")
                            .path("application/problem+json")
                            .path("examples")
                            .has(answer.text("error")))
                    .as("%s among the kinds of %s", answer.text("error"), row.path("ask"))
                    .isTrue();
        }
    }
}
