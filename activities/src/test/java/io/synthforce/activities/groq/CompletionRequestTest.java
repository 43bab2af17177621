package io.synthforce.activities.groq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompletionRequestTest {

    @Test
    void aStrictModelGetsTheSchemaAsItsFormAndNotInThePrompt() {
        var body = body("openai/gpt-oss-120b", "low", Dialect.GROQ);

        assertThat(body.at("/response_format/json_schema/strict").asBoolean()).isTrue();
        assertThat(body.at("/messages/0/content").asString()).isEqualTo("You are the CEO.");
        assertThat(body.has("max_tokens")).isFalse();
    }

    @Test
    void othersAreToldTheSchemaWhereItStaysTheSameFromTurnToTurn() {
        var json = body("m", null, new Dialect(Form.JSON, true));
        var prompt = body("m", null, new Dialect(Form.PROMPT, true));

        assertThat(json.at("/response_format/type").asString()).isEqualTo("json_object");
        assertThat(prompt.has("response_format")).isFalse();
        assertThat(json.at("/messages/0/content").asString())
                .startsWith("You are the CEO.\n\nAnswer with one JSON object")
                .contains("\"stance\"")
                .isEqualTo(prompt.at("/messages/0/content").asString());
        assertThat(json.at("/messages/1/content").asString()).isEqualTo("Raise the price?");
    }

    @Test
    void elsewhereTheBudgetIsSentUnderItsOlderNameToo() {
        var body = body("m", null, new Dialect(Form.STRICT, true));

        assertThat(body.at("/max_tokens").asInt()).isEqualTo(512);
        assertThat(body.at("/max_completion_tokens").asInt()).isEqualTo(512);
    }

    @ParameterizedTest
    @CsvSource({
        "openai/gpt-oss-20b, high, high",
        "openai/gpt-oss-20b, none,",
        "qwen/qwen3.8-27b, none, none",
        "qwen/qwen3.8-27b, low,",
        "some-model, low,"
    })
    void anEffortIsSentOnlyToModelsThatKnowIt(String model, String effort, String sent) {
        assertThat(body(model, effort, Dialect.GROQ).path("reasoning_effort").asString(null))
                .isEqualTo(sent);
    }

    private static JsonNode body(String model, String effort, Dialect dialect) {
        return JsonMapper.shared()
                .readTree(new CompletionRequest(
                                model,
                                List.of(Message.system("You are the CEO."), Message.user("Raise the price?")),
                                0.7,
                                512,
                                42,
                                effort,
                                new ReplyFormat("opinion", Requests.OPINION),
                                dialect,
                                null)
                        .body());
    }
}
