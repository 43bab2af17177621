package io.synthforce.activities.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GroqStandInTest {

    private static final String MODEL = "openai/gpt-oss-120b";

    private final HttpClient http = HttpClient.newHttpClient();
    private GroqStandIn groq = new GroqStandIn(Plan.free(), () -> 0);

    @AfterEach
    void close() {
        groq.close();
        http.close();
    }

    @Test
    void aCallHoldsBackWhatItMayUseAndItsAnswerOnlyWhatItUsed() {
        var answer = ask("gsk_a", 7_000);
        var prompt = json(answer).at("/usage/prompt_tokens").asInt();
        var used = json(answer).at("/usage/total_tokens").asInt();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(number(answer, "x-ratelimit-limit-tokens")).isEqualTo(8_000);
        assertThat(number(answer, "x-ratelimit-remaining-tokens")).isEqualTo(8_000 - prompt - 7_000);
        assertThat(number(answer, "x-ratelimit-remaining-requests")).isEqualTo(999);
        assertThat(header(answer, "x-ratelimit-reset-requests")).isEqualTo("1m26.4s");
        assertThat(number(ask("gsk_a", 5_000), "x-ratelimit-remaining-tokens"))
                .isEqualTo(8_000 - used - prompt - 5_000);
    }

    @Test
    void theThirtyFirstRequestOfAMinuteIsToldToWaitTwoSeconds() {
        groq.preset("org_default", MODEL, Limit.REQUESTS_PER_MINUTE, 0);

        var refused = ask("gsk_a", 100);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(header(refused, "retry-after")).isEqualTo("2");
        assertThat(json(refused).at("/error/message").asString())
                .contains("requests per minute (RPM): Limit 30, Used 30, Requested 1. Please try again in 2s");
        assertThat(number(refused, "x-ratelimit-remaining-tokens")).isEqualTo(8_000);
    }

    @Test
    void aDaysTokensRunOutWhileTheMinutesAreFull() {
        groq.preset("org_default", MODEL, Limit.TOKENS_PER_DAY, 246);

        var refused = ask("gsk_a", 2_600);

        assertThat(json(refused).at("/error/message").asString())
                .contains("tokens per day (TPD): Limit 200000")
                .containsPattern("try again in \\d+m\\d+");
        assertThat(number(refused, "x-ratelimit-remaining-tokens")).isEqualTo(8_000);
    }

    @Test
    void windowsAndWaitsAreDividedByTheFactor() {
        groq.close();
        groq = new GroqStandIn(Plan.free().faster(2_000), () -> 0);
        groq.preset("org_default", MODEL, Limit.TOKENS_PER_DAY, 0);

        var wait = Double.parseDouble(header(ask("gsk_a", 7_000), "retry-after"));

        assertThat(wait).isBetween(1.0, 2.0);
    }

    @Test
    void keysOfOneOrganisationShareItsLimitsAndOthersDoNot() {
        groq.close();
        groq = new GroqStandIn(
                Plan.free().of(Map.of("gsk_a", "org_one", "gsk_b", "org_one", "gsk_c", "org_two")), () -> 0);
        groq.preset("org_one", MODEL, Limit.REQUESTS_PER_DAY, 0);

        assertThat(ask("gsk_a", 100).statusCode()).isEqualTo(429);
        assertThat(ask("gsk_b", 100).statusCode()).isEqualTo(429);
        assertThat(ask("gsk_c", 100).statusCode()).isEqualTo(200);
    }

    @Test
    void aRequestLargerThanTheBucketIsRefusedForGood() {
        var refused = ask("gsk_a", 9_000);

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(header(refused, "retry-after")).isNotEmpty();
        assertThat(json(refused).at("/error/code").asString()).isEqualTo("rate_limit_exceeded");
    }

    @Test
    void aRetiredModelIsGoneFromTheListAndAnswersNoMore() {
        groq.models().retire(MODEL);

        assertThat(ask("gsk_a", 100).statusCode()).isEqualTo(404);
        assertThat(get("/models").body()).contains("openai/gpt-oss-20b").doesNotContain(MODEL);
    }

    @Test
    void theBooksListWhoAskedWithWhatAndWhatItCost() {
        groq.revoke("gsk_b").then(OddContent.FENCED);
        var answer = ask("gsk_a", 500);
        ask("gsk_b", 500);

        assertThat(groq.books().entries()).hasSize(2);
        var first = groq.books().entries().getFirst();
        assertThat(first.key()).isEqualTo("gsk_a");
        assertThat(first.misbehaviour()).isEqualTo("FENCED");
        assertThat(first.spent().total())
                .isEqualTo(json(answer).at("/usage/total_tokens").asInt());
        assertThat(groq.books().last().status()).isEqualTo(401);
        assertThat(groq.books().billedTokens()).isEqualTo(first.spent().total());
    }

    private HttpResponse<String> ask(String key, int budget) {
        var body = """
            {"model": "%s", "max_completion_tokens": %d, "messages": [{"role": "user", "content": "Say something."}]}\
            """.formatted(MODEL, budget);
        return send(HttpRequest.newBuilder(URI.create(groq.baseUrl() + "/chat/completions"))
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(groq.baseUrl() + path)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static long number(HttpResponse<String> response, String name) {
        return Long.parseLong(header(response, name));
    }
}
