package io.synthforce.activities.groq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
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
    private static final String BLOCKED = "gsk_blocked_0123456789";

    private final MockWebServer groq = new MockWebServer();
    private final AtomicLong nanos = new AtomicLong();
    private final List<GroqClient> clients = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        groq.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String key = String.valueOf(request.getHeaders().get("Authorization"));
                return switch (key) {
                    case "Bearer " + BAD -> answer(401, "{\"error\": {\"message\": \"Invalid API Key\"}}");
                    case "Bearer " + BUSY -> answer(429, "{}");
                    case "Bearer " + BLOCKED -> answer(403, "error code: 1010");
                    default -> answer(200, "{\"data\": [{\"id\": \"a\"}, {\"id\": \"b\"}]}");
                };
            }
        });
        groq.start();
    }

    @AfterEach
    void stop() {
        clients.forEach(GroqClient::close);
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
    void a_block_on_the_way_is_not_told_as_a_fault_of_the_key() throws InterruptedException {
        Health health = health(BLOCKED).health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails().get("keys"))
                .asString()
                .contains("answered 403 before the key was looked at; check GROQ_BASE_URL");
        assertThat(groq.takeRequest().getHeaders().get("User-Agent")).startsWith("synthforce/");
    }

    @Test
    void keys_that_are_not_used_any_more_are_told_and_not_tried() {
        Keys keys = new Keys(List.of(GOOD, BAD, BUSY), List.of("acme", "lab", "acme"), "http://groq");
        keys.disable(keys.all().get(1));
        assertThat(health(keys).health().getDetails().get("keys_disabled")).isEqualTo(1);
        int asked = groq.getRequestCount();
        assertThat(asked).isEqualTo(2);

        keys.stop(keys.all().get(0));
        Health health = health(keys).health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails().get("keys_disabled")).isEqualTo(3);
        assertThat(health.getDetails().get("keys"))
                .asString()
                .contains("the key was refused (401)", "the spend limit of its organisation is reached");
        assertThat(groq.getRequestCount()).isEqualTo(asked);
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
        return health(new Keys(List.of(keys), List.of(), "http://groq"));
    }

    private ProviderHealth health(Keys keys) {
        GroqClient client = new GroqClient(Requests.at(groq.url("/openai/v1").toString()));
        clients.add(client);
        return new ProviderHealth(client, keys, nanos::get);
    }

    private static MockResponse answer(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }
}
