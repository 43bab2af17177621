package io.synthforce.activities.groq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class ProviderHealthTest {

    private static final String GOOD = "gsk_good_0123456789";
    private static final String BAD = "gsk_bad_0123456789";
    private static final String BUSY = "gsk_busy_0123456789";

    private final MockWebServer groq = new MockWebServer();
    private final AtomicLong nanos = new AtomicLong();

    @BeforeEach
    void start() throws Exception {
        groq.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String key = String.valueOf(request.getHeaders().get("Authorization"));
                return switch (key) {
                    case "Bearer " + BAD -> answer(401, "{\"error\": {\"message\": \"Invalid API Key\"}}");
                    case "Bearer " + BUSY -> answer(429, "{}");
                    default -> answer(200, "{\"data\": [{\"id\": \"a\"}, {\"id\": \"b\"}]}");
                };
            }
        });
        groq.start();
    }

    @AfterEach
    void stop() {
        groq.close();
    }

    @Test
    void one_key_that_is_accepted_is_enough() {
        Health health = health(BAD, GOOD, BUSY).health();

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails().get("keys"))
                .asString()
                .contains("{key=key 1, status=unhealthy, ", "error=the key is not accepted}")
                .contains("{key=key 2, status=healthy, ", "models_available=2}")
                .contains("{key=key 3, status=healthy, ");
    }

    @Test
    void no_part_of_a_key_is_shown() {
        assertThat(health(BAD, GOOD).health().toString()).doesNotContain("gsk_", "0123456789");
    }

    @Test
    void without_a_key_that_is_accepted_no_model_can_be_asked() {
        assertThat(health(BAD).health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void an_endpoint_that_needs_no_key_is_asked_without() throws InterruptedException {
        assertThat(health().health().getStatus()).isEqualTo(Status.UP);
        assertThat(groq.takeRequest().getHeaders().get("Authorization")).isNull();
    }

    @Test
    void an_endpoint_that_is_away_is_told() {
        ProviderHealth health = health(GOOD);
        groq.close();

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails().get("keys")).asString().contains("error=no connection");
    }

    @Test
    void what_was_found_is_kept_for_a_while() {
        ProviderHealth health = health(GOOD);

        health.health();
        health.health();
        assertThat(groq.getRequestCount()).isOne();

        nanos.addAndGet(ProviderHealth.KEPT.plus(Duration.ofSeconds(1)).toNanos());
        health.health();
        assertThat(groq.getRequestCount()).isEqualTo(2);
    }

    private ProviderHealth health(String... keys) {
        return new ProviderHealth(
                new GroqProperties(
                        groq.url("/openai/v1").toString(),
                        List.of(keys),
                        "openai/gpt-oss-120b",
                        Duration.ofSeconds(5),
                        100,
                        null),
                new Keys(List.of(keys), List.of(), "http://groq"),
                nanos::get);
    }

    private static MockResponse answer(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }
}
