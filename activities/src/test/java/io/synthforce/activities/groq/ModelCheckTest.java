package io.synthforce.activities.groq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.activities.standin.GroqStandIn;
import io.synthforce.activities.standin.Plan;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelCheckTest {

    private final GroqStandIn groq = new GroqStandIn(Plan.unlimited());
    private final GroqClient client = new GroqClient(Requests.at(groq.baseUrl()));
    private final Keys keys = new Keys(List.of("gsk_secret"), List.of(), "http://groq");
    private final Dialects dialects = new Dialects(groq.baseUrl(), null);
    private final Prices prices = Prices.shipped(LocalDate.of(2026, 11, 23));

    @AfterEach
    void close() {
        client.close();
        groq.close();
    }

    @Test
    void modelsThatAreNotOnOfferAreNamed() {
        groq.models().retire("openai/gpt-oss-20b");

        assertThat(check(ModelChoice.of("openai/gpt-oss-120b", "openai/gpt-oss-20b")))
                .containsExactly("openai/gpt-oss-20b");
        assertThat(check(ModelChoice.of("openai/gpt-oss-120b"))).isEmpty();
    }

    @Test
    void theListTellsWhatModelsCanBeHeldToAndWhatTheyCost() {
        check(ModelChoice.of("openai/gpt-oss-120b"));

        assertThat(dialects.of("qwen/qwen3.8-27b").form()).isEqualTo(Form.JSON);
        assertThat(dialects.of("openai/gpt-oss-120b").form()).isEqualTo(Form.STRICT);
        assertThat(prices.of("openai/gpt-oss-120b").orElseThrow()).satisfies(quote -> {
            assertThat(quote.version()).startsWith("listed ");
            assertThat(quote.price().of(1_000_000, 0, 1_000_000)).isEqualByComparingTo("0.75");
        });
    }

    @Test
    void aPriceThatChangesIsLearnedWithoutANewStart() {
        var told = new AtomicInteger();
        try (var checking = checking(ModelChoice.of("openai/gpt-oss-120b"), Duration.ofMillis(50))) {
            checking.begin(told::incrementAndGet);
            await().until(() -> told.get() > 0);

            groq.models().price("openai/gpt-oss-120b", "0.000002");

            await().untilAsserted(() -> assertThat(prices.of("openai/gpt-oss-120b")
                            .orElseThrow()
                            .price()
                            .of(1_000_000, 0, 0))
                    .isEqualByComparingTo("2"));
        }
    }

    @Test
    void anEndpointWithoutAListIsNoFailure() {
        groq.models().goAway();
        assertThat(check(ModelChoice.of("openai/gpt-oss-120b"))).isEmpty();

        groq.close();
        assertThat(check(ModelChoice.of("openai/gpt-oss-120b"))).isEmpty();
    }

    private List<String> check(ModelChoice choice) {
        return checking(choice, ModelCheck.EVERY).check();
    }

    private ModelCheck checking(ModelChoice choice, Duration every) {
        return new ModelCheck(client, keys, choice, dialects, prices, every);
    }
}
