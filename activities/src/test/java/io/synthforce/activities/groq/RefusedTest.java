package io.synthforce.activities.groq;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.activities.groq.GroqOutcome.Answered;
import io.synthforce.activities.groq.GroqOutcome.Broken;
import io.synthforce.activities.groq.GroqOutcome.Refused;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedTest {

    private static final String DAILY = """
        {"error": {"message": "Rate limit reached for model `openai/gpt-oss-120b` in organization `org_x` service tier \
        `on_demand` on tokens per day (TPD): Limit 100000, Used 97050, Requested 3619. Please try again in 9m38.016s. \
        Need more tokens? Upgrade to Dev Tier today at https://console.groq.com/settings/billing", \
        "type": "tokens", "code": "rate_limit_exceeded"}}
        """;

    private final MockWebServer groq = new MockWebServer();
    private GroqClient client;

    @BeforeEach
    void start() throws Exception {
        groq.start();
        client = new GroqClient(Requests.at(groq.url("/openai/v1").toString()));
    }

    @AfterEach
    void stop() {
        client.close();
        groq.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request_error, BAD_REQUEST",
        "400, json_validate_failed, GENERATION_FAILED",
        "400, tool_use_failed, GENERATION_FAILED",
        "400, context_length_exceeded, TOO_LARGE",
        "400, model_decommissioned, MODEL_GONE",
        "404, model_not_found, MODEL_GONE",
        "403, model_permission_blocked_org, MODEL_BLOCKED",
        "404, , MODEL_GONE",
        "404, unheard_of, MODEL_GONE",
        "404, unknown_url, BLOCKED",
        "400, blocked_api_access, SPENT",
        "400, spend_limit_reached, SPENT",
        "401, invalid_api_key, BAD_KEY",
        "413, rate_limit_exceeded, TOO_LARGE",
        "429, rate_limit_exceeded, RATE_LIMITED",
        "498, capacity_exceeded, CAPACITY_EXCEEDED",
        "422, unheard_of, GENERATION_FAILED",
        "500, internal_server_error, OVERLOADED",
        "502, , OVERLOADED",
        "503, , OVERLOADED",
        "524, , OVERLOADED"
    })
    void errorsAreSortedByWhatTheyAskOfTheCaller(int status, String code, Refusal kind) {
        var member = code == null ? "null" : "\"" + code + "\"";
        answer(status, "{\"error\": {\"message\": \"No.\", \"type\": \"t\", \"code\": " + member + "}}");

        var refused = refused();

        assertThat(refused.kind()).isEqualTo(kind);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.message()).isEqualTo("No.");
    }

    @Test
    void theWaitOfADailyLimitIsReadFromItsText() {
        answer(429, DAILY);

        assertThat(refused().retryAfter()).isEqualTo(Duration.parse("PT9M38.016S"));
    }

    @Test
    void theLimitAndWhoseItIsAreReadFromTheText() {
        answer(429, DAILY);

        assertThat(refused().reached()).satisfies(reached -> {
            assertThat(reached.scope()).isEqualTo(LimitReached.Scope.TOKENS_PER_DAY);
            assertThat(reached.scope().daily()).isTrue();
            assertThat(reached.most()).isEqualTo(100_000);
            assertThat(reached.requested()).isEqualTo(3_619);
            assertThat(reached.organisation()).startsWith("org_");
        });
    }

    @Test
    void theHeadersTellOfTheDaysRequestsAndTheMinutesTokens() {
        groq.enqueue(new MockResponse.Builder()
                .code(503)
                .setHeader("x-ratelimit-limit-requests", "1000")
                .setHeader("x-ratelimit-remaining-requests", "999")
                .setHeader("x-ratelimit-limit-tokens", "8000")
                .setHeader("x-ratelimit-remaining-tokens", "7393")
                .build());

        assertThat(refused().limits()).isEqualTo(new RateLimits(1_000, 999, 8_000, 7_393));
    }

    @Test
    void theHeaderGoesBeforeTheText() {
        groq.enqueue(new MockResponse.Builder()
                .code(429)
                .setHeader("retry-after", "2")
                .body(DAILY)
                .build());

        assertThat(refused().retryAfter()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aRequestLargerThanTheBucketIsNotToldToWait() {
        groq.enqueue(new MockResponse.Builder()
                .code(413)
                .setHeader("retry-after", "9")
                .body("{\"error\": {\"message\": \"Request too large\", \"code\": \"rate_limit_exceeded\"}}")
                .build());

        var refused = refused();

        assertThat(refused.kind()).isEqualTo(Refusal.TOO_LARGE);
        assertThat(refused.retryAfter()).isNull();
    }

    @Test
    void aPageOfTheEdgeIsABlockWithItsWordsInTheMessage() {
        answer(403, "<html><head><title>Attention</title></head><body>error code: 1010</body></html>");

        var refused = refused();

        assertThat(refused.kind()).isEqualTo(Refusal.BLOCKED);
        assertThat(refused.message())
                .contains("403", "error code: 1010", "GROQ_BASE_URL")
                .doesNotContain("<");
    }

    @Test
    void anEmptyErrorKeepsItsStatus() {
        answer(502, "");

        assertThat(refused().kind()).isEqualTo(Refusal.OVERLOADED);
    }

    @Test
    void aHugeErrorIsCutAndStillCounts() {
        answer(500, "x".repeat(1 << 20));

        var refused = refused();

        assertThat(refused.kind()).isEqualTo(Refusal.OVERLOADED);
        assertThat(refused.raw().length()).isLessThan(128 << 10);
    }

    @Test
    void anErrorInsideASuccessIsARefusal() {
        answer(200, "{\"error\": {\"message\": \"over capacity\", \"code\": \"rate_limit_exceeded\"}}");

        var refused = refused();

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.kind()).isEqualTo(Refusal.RATE_LIMITED);
    }

    @Test
    void anErrorWithoutACodeInsideASuccessIsTheServersFault() {
        answer(200, "{\"error\": \"upstream went away\"}");

        var refused = refused();

        assertThat(refused.kind()).isEqualTo(Refusal.OVERLOADED);
        assertThat(refused.message()).isEqualTo("upstream went away");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>maintenance</html>",
                "[]",
                "{\"choices\": \"none\"}",
                "{\"choices\": [{\"message\": {\"content\": \"a\"}}]} {\"choices\": []}"
            })
    void aSuccessThatIsNoCompletionIsMalformed(String body) {
        answer(200, body);

        var outcome = Requests.ask(client);

        assertThat(outcome).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.kind()).isEqualTo(GroqOutcome.Break.MALFORMED);
            assertThat(broken.raw()).isEqualTo(body);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"choices\": []}", "{\"choices\": [{}]}"})
    void aSuccessWithNothingInItIsEmpty(String body) {
        answer(200, body);

        assertThat(Requests.ask(client))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.kind()).isEqualTo(GroqOutcome.Break.EMPTY));
    }

    @ParameterizedTest
    @CsvSource({"401,", "407,", "408,", "421,", "503,Retry-After: 0", "429,Retry-After: 0", "307,Location: /other"})
    void nothingIsEverSentTwice(int status, String header) throws Exception {
        var response = new MockResponse.Builder().code(status).body("{}");
        groq.enqueue((header == null ? response : response.addHeader(header)).build());
        groq.enqueue(new MockResponse.Builder().body(Requests.ANSWER).build());

        var outcome = Requests.ask(client);

        assertThat(outcome).isNotInstanceOf(Answered.class);
        assertThat(groq.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aKeyThatAProxyEchoesGoesNoFurther() {
        answer(400, "{\"error\": {\"message\": \"bad header: Bearer gsk_secret\"}}");

        assertThat(refused().toString()).doesNotContain("gsk_secret").contains("bad header");
    }

    private void answer(int status, String body) {
        groq.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    private Refused refused() {
        return (Refused) Requests.ask(client);
    }
}
