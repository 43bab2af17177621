package io.synthforce.activities.groq;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.activities.groq.GroqOutcome.Answered;
import java.time.Duration;
import java.util.UUID;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AnsweredTest {

    private final MockWebServer groq = new MockWebServer();
    private GroqClient client;

    @BeforeEach
    void start() throws Exception {
        groq.start();
        client = new GroqClient(Requests.at(groq.url("/openai/v1/").toString()));
    }

    @AfterEach
    void stop() {
        client.close();
        groq.close();
    }

    @Test
    void anAnswerTellsWhatWasWrittenByWhomAndAtWhatPrice() {
        groq.enqueue(new MockResponse.Builder().body(Requests.ANSWER).build());

        var answer = answered();

        assertThat(answer.content()).isEqualTo("{\"text\": \"Wait.\", \"stance\": -1}");
        assertThat(answer.servedModel()).isEqualTo("openai/gpt-oss-120b");
        assertThat(answer.finishReason()).isEqualTo("stop");
        assertThat(answer.systemFingerprint()).isEqualTo("fp_0123456789");
        assertThat(answer.requestId()).isEqualTo("req_01jabcdefghijklmnopqrstuvw");
        assertThat(answer.usage())
                .isEqualTo(new Usage(
                        16, 0, 19, 7, Duration.ofMillis(52), Duration.ofNanos(800_000), Duration.ofMillis(37)));
        assertThat(answer.scripted()).isFalse();
        assertThat(answer.raw()).isEqualTo(Requests.ANSWER);
        assertThat(answer.latency()).isPositive();
    }

    @Test
    void theRequestIsSentAsTheAttemptRecordsIt() throws Exception {
        groq.enqueue(new MockResponse.Builder().body(Requests.ANSWER).build());
        var attempt = UUID.randomUUID();

        client.prepare(Requests.opinion(), Requests.KEY, attempt, Duration.ofSeconds(5))
                .execute();

        var sent = groq.takeRequest();
        assertThat(sent.getTarget()).isEqualTo("/openai/v1/chat/completions");
        assertThat(sent.getBody().utf8()).isEqualTo(Requests.opinion().body());
        assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer gsk_secret");
        assertThat(sent.getHeaders().get("X-Attempt-Id")).isEqualTo(attempt.toString());
        assertThat(sent.getHeaders().get("User-Agent")).startsWith("synthforce/");
    }

    @Test
    void theBodyIsAStrictSchemaRequest() {
        var body = JsonMapper.shared().readTree(Requests.opinion().body());

        assertThat(body.at("/response_format/type").asString()).isEqualTo("json_schema");
        assertThat(body.at("/response_format/json_schema/strict").asBoolean()).isTrue();
        assertThat(body.at("/response_format/json_schema/schema")).isEqualTo(Requests.OPINION);
        assertThat(body.at("/max_completion_tokens").asInt()).isEqualTo(512);
        assertThat(body.at("/seed").asLong()).isEqualTo(42);
        assertThat(body.at("/messages/1/content").asString()).isEqualTo("Raise the price?");
    }

    @Test
    void reasoningEffortGoesOnlyToModelsThatReason() {
        assertThat(Requests.opinion("openai/gpt-oss-20b").body()).contains("\"reasoning_effort\":\"low\"");
        assertThat(Requests.opinion("qwen/qwen3.8-27b").body()).doesNotContain("reasoning_effort");
    }

    @Test
    void aMissingUsageIsUnknownRatherThanFree() {
        groq.enqueue(new MockResponse.Builder()
                .body("{\"choices\": [{\"message\": {\"content\": null}, \"finish_reason\": \"length\"}]}")
                .build());

        var answer = answered();

        assertThat(answer.usage()).isNull();
        assertThat(answer.content()).isEmpty();
        assertThat(answer.finishReason()).isEqualTo("length");
    }

    @Test
    void usageIsFoundWhereStreamsPutIt() {
        groq.enqueue(new MockResponse.Builder()
                .body("{\"choices\": [{\"message\": {\"content\": \"x\"}}],"
                        + " \"x_groq\": {\"usage\": {\"prompt_tokens\": 3, \"prompt_tokens_details\": null}}}")
                .build());

        assertThat(answered().usage()).extracting(Usage::promptTokens).isEqualTo(3);
    }

    @Test
    void theScriptedModelIsToldFromARealOne() {
        groq.enqueue(new MockResponse.Builder()
                .setHeader("X-Synthforce-Scripted", "SCRIPTED: no model was asked")
                .body(Requests.ANSWER)
                .build());

        assertThat(answered().scripted()).isTrue();
    }

    private Answered answered() {
        return (Answered) Requests.ask(client);
    }
}
