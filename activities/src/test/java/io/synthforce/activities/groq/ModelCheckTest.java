package io.synthforce.activities.groq;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.activities.standin.GroqStandIn;
import io.synthforce.activities.standin.Plan;
import java.time.LocalDate;
import java.util.List;
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
    void anEndpointWithoutAListIsNoFailure() {
        groq.models().goAway();
        assertThat(check(ModelChoice.of("openai/gpt-oss-120b"))).isEmpty();

        groq.close();
        assertThat(check(ModelChoice.of("openai/gpt-oss-120b"))).isEmpty();
    }

    private List<String> check(ModelChoice choice) {
        return new ModelCheck(client, keys, choice, dialects, prices).check();
    }
}
