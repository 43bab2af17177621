package io.synthforce.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.api.Caller.Answer;
import io.synthforce.workflows.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@WholeProgram
class InvalidInputTest {

    private static final String SCENARIO = "We consider raising our prices.";

    @Autowired
    private Caller caller;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    config       | {"max_turns": 0}                | config.max_turns        | greater_than_equal
                    config       | {"max_turns": 501}              | config.max_turns        | less_than_equal
                    config       | {"max_turns": 2.5}              | config.max_turns        | int_parsing
                    config       | {"max_turns": "many"}           | config.max_turns        | int_parsing
                    config       | {"max_turns": 9999999999}       | config.max_turns        | int_parsing
                    config       | {"temperature": -0.1}           | config.temperature      | greater_than_equal
                    config       | {"temperature": 2.1}            | config.temperature      | less_than_equal
                    config       | {"temperature": 1e400}          | config.temperature      | less_than_equal
                    config       | {"temperature": "hot"}          | config.temperature      | float_parsing
                    config       | {"rounds": 4}                   | config.rounds           | less_than_equal
                    config       | {"agents": ["ceo", "cook"]}     | config.agents.1         | enum
                    config       | {"agents": [null]}              | config.agents.0         | missing
                    config       | {"agents": "ceo"}               | config.agents           | list_type
                    config       | {"enable_memory": "maybe"}      | config.enable_memory    | bool_parsing
                    config       | {"enable_analytics": 1}         | config.enable_analytics | bool_parsing
                    config       | {"seed": 1.5}                   | config.seed             | value_error
                    config       | {"seed": ""}                    | config.seed             | value_error
                    config       | []                              | config                  | model_attributes_type
                    name         | 5                               | name                    | string_type
                    name         | "a\\u0000b"                     | name                    | string_nul
                    name         | "\\ud800"                       | name                    | string_unicode
                    initial_context | [1]                          | initial_context         | dict_type
                    initial_context | {"a": {"b\\u0000": 1}}       | initial_context         | value_error
                    initial_context | {"a": "\\u0000"}             | initial_context.a       | string_nul""")
    void a_start_names_the_field_and_the_rule_it_broke(String member, String value, String field, String type) {
        assertInvalid(
                start("{\"scenario\": \"%s\", \"%s\": %s}".formatted(SCENARIO, member, value)), "body." + field, type);
    }

    @ParameterizedTest
    @CsvSource({"scenario,    10, 5000, true", "name,         0,  255, false", "description,  0, 1000, false"})
    void texts_are_counted_in_characters_after_trimming(String member, int min, int max, boolean required) {
        start(with(member, " " + "x".repeat(max) + "\n")).expect(201);
        start(with(member, "😀".repeat(max))).expect(201);
        assertInvalid(start(with(member, "x".repeat(max + 1))), "body." + member, "string_too_long");
        if (required) {
            start(with(member, "x".repeat(min))).expect(201);
            assertInvalid(start(with(member, " " + "x".repeat(min - 1) + " ")), "body." + member, "string_too_short");
            assertInvalid(start("{}"), "body." + member, "missing");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"max_turns\": 1}",
                "{\"max_turns\": 500}",
                "{\"temperature\": 0}",
                "{\"temperature\": 2.0}",
                "{\"rounds\": 0}",
                "{\"rounds\": 3}",
                "{\"agents\": []}",
                "{\"agents\": [\"sales\", \"sales\"]}",
                "{\"seed\": 7}",
                "{\"seed\": \"seven\"}",
                "{\"seed\": 123456789012345678901234567890}",
                "{\"max_turns\": null, \"agents\": null, \"nobody_knows\": {}}",
                "null"
            })
    void what_is_within_its_limits_is_taken(String config) {
        start("{\"scenario\": \"%s\", \"config\": %s}".formatted(SCENARIO, config))
                .expect(201);
    }

    @Test
    void every_field_that_is_wrong_is_named() {
        Answer answer = start("""
                {"scenario": "short", "config": {"max_turns": 0, "agents": ["cook"], "temperature": 3}}""");

        assertThat(answer.body()
                        .path("details")
                        .valueStream()
                        .map(detail -> detail.path("field").asString()))
                .containsExactly(
                        "body.config.agents.0", "body.config.max_turns", "body.config.temperature", "body.scenario");
        assertThat(answer.text("message")).isEqualTo("Request validation failed");
        assertThat(answer.text("detail")).startsWith("body.config.agents.0: Input should be 'ceo', 'pm', ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"session_id": "abc"}                                   | body.session_id     | uuid_parsing
                    {"session_id": "1-1-1-1-1"}                             | body.session_id     | uuid_parsing
                    {"session_id": 7}                                       | body.session_id     | uuid_parsing
                    {}                                                      | body.session_id     | missing
                    {"session_id": "%s", "focus_agents": ["cook"]}          | body.focus_agents.0 | enum
                    {"session_id": "%s", "context_override": "x"}           | body.context_override | dict_type
                    {"session_id": "%s", "user_input": 5}                   | body.user_input     | string_type""")
    void a_next_names_the_field_and_the_rule_it_broke(String body, String field, String type) {
        assertInvalid(caller.post("/simulate/next", body.replace("%s", caller.start())), field, type);
    }

    @Test
    void a_users_words_are_at_most_2000_characters() {
        String id = caller.start();

        Answer answer = caller.post("/simulate/next", Map.of("session_id", id, "user_input", "x".repeat(2001)));

        assertInvalid(answer, "body.user_input", "string_too_long");
        assertThat(caller.get("/simulate/" + id).body().path("current_turn").asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /simulations?limit=0                 | query.limit      | greater_than_equal
                    /simulations?limit=501               | query.limit      | less_than_equal
                    /simulations?limit=ten               | query.limit      | int_parsing
                    /simulations?offset=-1               | query.offset     | greater_than_equal
                    /simulate/abc                        | path.session_id  | uuid_parsing
                    /simulate/1-1-1-1-1                  | path.session_id  | uuid_parsing
                    /memory/abc                          | path.session_id  | uuid_parsing
                    /agents/cook                         | path.role        | enum
                    /agents/list?active_only=maybe       | query.active_only | bool_parsing""")
    void a_parameter_names_its_source(String path, String field, String type) {
        assertInvalid(caller.get(path), field, type);
    }

    @Test
    void a_memory_filter_has_to_be_a_role() {
        assertInvalid(caller.get("/memory/" + caller.start() + "?agent_role=cook"), "query.agent_role", "enum");
    }

    @Test
    void a_turn_has_to_be_a_number_from_one() {
        String turns = "/simulations/" + caller.start() + "/turns/";

        assertInvalid(caller.get(turns + "0"), "path.turn", "greater_than_equal");
        assertInvalid(caller.get(turns + "one"), "path.turn", "int_parsing");
    }

    @Test
    void malformed_json_is_told_by_its_place() {
        assertInvalid(start("{\"scenario\": "), "body.13", "json_invalid");
        assertThat(start("{\"nobody_knows\": " + "[".repeat(2000))
                        .expect(422)
                        .body()
                        .path("details")
                        .get(0)
                        .path("type")
                        .asString())
                .isEqualTo("json_invalid");
    }

    @Test
    void a_body_has_to_be_there_and_to_be_an_object() {
        assertInvalid(caller.post("/simulate/start"), "body", "missing");
        assertInvalid(start("[]"), "body", "model_attributes_type");
        assertInvalid(start("\"text\""), "body", "model_attributes_type");
    }

    @Test
    void an_object_may_not_be_nested_without_end() {
        String deep = "{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}";

        assertInvalid(
                start("{\"scenario\": \"%s\", \"initial_context\": %s}".formatted(SCENARIO, deep)),
                "body.initial_context",
                "value_error");
    }

    @Test
    void a_key_has_to_be_printable_and_not_too_long() {
        Answer answer = caller.post("/simulate/start", Map.of("scenario", SCENARIO), Caller.keyed("x".repeat(256)));

        assertInvalid(answer, "header.Idempotency-Key", "string_pattern_mismatch");
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void nothing_is_started_by_what_is_refused(String what, String value, int status) {
        long before = caller.get("/simulations").body().path("total").asLong();

        start("{\"scenario\": \"%s\", \"initial_context\": {\"a\": %s}}".formatted(SCENARIO, value))
                .expect(status);

        assertThat(caller.get("/simulations").body().path("total").asLong()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void nothing_is_asked_of_a_simulation_by_what_is_refused(String what, String value, int status) {
        String id = caller.start();

        caller.post(
                        "/simulate/next",
                        "{\"session_id\": \"%s\", \"context_override\": {\"a\": %s}}".formatted(id, value))
                .expect(status);

        assertThat(caller.get("/simulate/" + id).body().path("current_turn").asInt())
                .isZero();
        assertThat(jdbc.sql("select count(*) from requests where simulation = cast(? as uuid)")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    static Stream<Arguments> unfit() {
        return Stream.of(
                Arguments.of("a NUL", "\"\\u0000\"", 422),
                Arguments.of("half a character", "\"\\ud800\"", 422),
                Arguments.of("closed deep nesting", "[".repeat(400) + "]".repeat(400), 422),
                Arguments.of("open deep nesting", "[".repeat(2_000), 422),
                Arguments.of("12 MB", "\"" + "x".repeat(12 << 20) + "\"", 413));
    }

    private Answer start(String body) {
        return caller.post("/simulate/start", body);
    }

    private static String with(String member, String text) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("scenario", SCENARIO));
        body.put(member, text);
        return Json.write(body);
    }

    private static void assertInvalid(Answer answer, String field, String type) {
        answer.expect(422);
        assertThat(answer.text("error")).isEqualTo("validation_error");
        assertThat(answer.headers().getContentType()).hasToString("application/problem+json");
        assertThat(answer.body().path("details").valueStream().map(InvalidInputTest::told))
                .contains(field + " " + type);
    }

    private static String told(JsonNode detail) {
        return detail.path("field").asString() + " " + detail.path("type").asString();
    }
}
