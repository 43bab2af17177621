package io.synthforce.embedded.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.embedded.groq.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class GroqShapeTest {

    private final Prompts prompts = Prompts.priceIncrease();

    @AutoClose
    private ScriptedModelServer server;

    private Caller caller;

    @BeforeEach
    void start() throws Exception {
        server = ScriptedModelServer.start(0);
        caller = Caller.of(server);
    }

    @Test
    void aCompletionLooksLikeOneOfGroq() throws Exception {
        var answer = caller.ask(prompts.position("ceo"));
        var body = Schemas.tree(answer.body());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(body.get("id").stringValue()).matches("chatcmpl-[0-9a-f-]{36}");
        assertThat(body.get("object").stringValue()).isEqualTo("chat.completion");
        assertThat(body.get("model").stringValue()).isEqualTo("openai/gpt-oss-120b");
        assertThat(body.get("system_fingerprint").stringValue()).matches("fp_[0-9a-f]{10}");
        assertThat(body.at("/choices/0/finish_reason").stringValue()).isEqualTo("stop");
        assertThat(body.at("/choices/0/message/role").stringValue()).isEqualTo("assistant");
        assertThat(body.at("/x_groq/id").stringValue())
                .matches("req_[0-9a-z]{26}")
                .isEqualTo(answer.headers().firstValue("x-request-id").orElseThrow());
        assertThat(body.at("/x_groq/seed").asLong()).isEqualTo(42);
        var usage = body.get("usage");
        assertThat(usage.get("total_tokens").asInt())
                .isEqualTo(usage.get("prompt_tokens").asInt()
                        + usage.get("completion_tokens").asInt());
        assertThat(usage.get("total_time").asDouble())
                .isEqualTo(usage.get("prompt_time").asDouble()
                        + usage.get("completion_time").asDouble());
        assertThat(answer.headers().firstValue("x-ratelimit-remaining-tokens")).isPresent();
    }

    @Test
    void everyAnswerSaysThatNoModelWasAsked() throws Exception {
        var answer = caller.ask(prompts.position("ceo"));

        assertThat(answer.headers().firstValue("X-Synthforce-Scripted")).hasValue("SCRIPTED: no model was asked");
        assertThat(Schemas.tree(answer.body()).at("/x_synthforce/notice").stringValue())
                .isEqualTo("SCRIPTED: no model was asked");
        assertThat(caller.get("/models").headers().firstValue("X-Synthforce-Scripted"))
                .isPresent();
    }

    @Test
    void contentIsTheSameOnEveryAskingWhileIdsDiffer() throws Exception {
        var first = caller.ask(prompts.position("ceo"));
        var second = caller.ask(prompts.position("ceo"));

        assertThat(Caller.content(first)).isEqualTo(Caller.content(second));
        assertThat(first.body()).isNotEqualTo(second.body());
    }

    @Test
    void modelsAreListedWithPricesOfZero() throws Exception {
        var models = Schemas.tree(caller.get("/models").body());

        assertThat(models.at("/data/0/id").stringValue()).isEqualTo("openai/gpt-oss-120b");
        assertThat(models.at("/data/0/pricing/prompt").stringValue()).isEqualTo("0");
        assertThat(Schemas.tree(caller.get("/models/any/model").body())
                        .get("id")
                        .stringValue())
                .isEqualTo("any/model");
    }

    @Test
    void aBudgetThatIsTooSmallFailsAsJsonModeDoes() throws Exception {
        var body = (ObjectNode) Schemas.tree(new String(prompts.position("ceo"), StandardCharsets.UTF_8));
        var answer = caller.ask(Json.bytes(body.put("max_completion_tokens", 20)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Schemas.tree(answer.body()).at("/error/code").stringValue()).isEqualTo("json_validate_failed");
    }

    @Test
    void withoutASchemaItAnswersInProse() throws Exception {
        var text = Prompts.request("You are helpful.", "Hello", Json.object().put("type", "text"), 1);
        var json = Prompts.request("You are helpful.", "Hello", Json.object().put("type", "json_object"), 1);

        assertThat(Caller.content(caller.ask(text))).isNotBlank().doesNotStartWith("{");
        assertThat(Schemas.tree(Caller.content(caller.ask(json))).isObject()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json | could not parse",
                "[] | could not parse",
                "{} | 'model'",
                "{\"model\":\"m\"} | 'messages'",
                "{\"model\":\"m\",\"messages\":[]} | minimum number of items",
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\",\"name\":\"y\"}]} | name",
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":7}]} | content",
                "{\"model\":\"m\",\"n\":2,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]} | 'n'",
                "{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]} | stream",
                "{\"model\":\"m\",\"temperature\":3,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]} |"
                        + " temperature",
                "{\"model\":\"m\",\"logprobs\":true,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]} | logprobs",
                "{\"model\":\"openai/gpt-oss-20b\",\"reasoning_effort\":\"none\","
                        + "\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]} | reasoning_effort"
            })
    void badRequestsAreRefusedInGroqsShape(String body, String named) throws Exception {
        var answer = caller.ask(body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Schemas.tree(answer.body()).at("/error/type").stringValue()).isEqualTo("invalid_request_error");
        assertThat(Schemas.tree(answer.body()).at("/error/message").stringValue())
                .contains(named);
    }

    @Test
    void aLooseSchemaIsRefusedWhenStrictIsAskedFor() throws Exception {
        var open = Schemas.tree("{\"type\":\"object\",\"properties\":{},\"required\":[]}");
        var optional = Schemas.tree("{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"a\"],"
                + "\"properties\":{\"a\":{\"type\":\"string\"},\"b\":{\"type\":\"string\"}}}");
        var counted = Schemas.tree("{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"a\"],"
                + "\"properties\":{\"a\":{\"type\":\"array\",\"minItems\":1,\"items\":{\"type\":\"string\"}}}}");

        assertThat(refusal(open)).contains("additionalProperties:false must be set on every object");
        assertThat(refusal(optional)).contains("/required", "must be listed in `required`: b");
        assertThat(refusal(counted)).contains("/properties/a", "minItems is not supported");
    }

    @Test
    void unknownAddressesAndTheControlOfATestAreNotFoundInTheEmbeddedModel() throws Exception {
        for (var path : List.of("/journal", "/holds", "/faults", "/openai/v1/other", "/")) {
            assertThat(caller.control("GET", path, "").statusCode()).isEqualTo(404);
        }
        assertThat(caller.control("PUT", "/latency", "{\"millis\": 9000}").statusCode())
                .isEqualTo(404);
    }

    private String refusal(tools.jackson.databind.JsonNode schema) throws Exception {
        var answer = caller.ask(prompts.request("loose", schema, "x"));
        assertThat(answer.statusCode()).isEqualTo(400);
        return Schemas.tree(answer.body()).at("/error/message").stringValue();
    }
}
