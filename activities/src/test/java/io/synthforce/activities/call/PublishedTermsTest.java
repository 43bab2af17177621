package io.synthforce.activities.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.activities.groq.GroqProperties;
import io.synthforce.activities.groq.Keys;
import io.synthforce.activities.groq.ModelChoice;
import io.synthforce.activities.groq.Prices;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.quota.QuotaSettings;
import io.synthforce.store.quota.Quotas;
import io.synthforce.workflows.budget.Terms;
import io.synthforce.workflows.budget.Terms.Limits;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What everybody who reckons ahead is told by a worker that has just started. */
class PublishedTermsTest {

    private static final String MODEL = "openai/gpt-oss-120b";
    private static final String GROQ = GroqProperties.DEFAULT_BASE_URL;
    private static final Limits PAID = new Limits(1_000L, 500_000L, 250_000L, null, "told by answers");

    @AutoClose
    private static TestStore store;

    @BeforeAll
    static void open() {
        store = new TestStore();
    }

    @Test
    void whatAnswersToTheSameKeysToldOutlivesTheProcess() {
        knownBefore("gsk_paid");

        assertThat(publishedBy("gsk_paid", "").limits()).isEqualTo(PAID);
    }

    @Test
    void whatAnotherKeyWasToldIsForgotten() {
        knownBefore("gsk_paid");

        assertThat(publishedBy("gsk_free", "").limits().source()).contains("free plan");
    }

    @Test
    void whatIsConfiguredGoesBeforeWhatWasTold() {
        knownBefore("gsk_paid");
        assertThat(publishedBy("gsk_paid", "rpm=30").limits().requestsPerMinute())
                .isEqualTo(30);

        knownBefore("gsk_paid");
        assertThat(publishedBy("gsk_paid", "none").limits()).isNull();
    }

    @Test
    void pricesAreToldOfEveryModelAsScenariosMayNameTheirOwn() {
        assertThat(publishedBy("gsk_paid", "").price("qwen/qwen3.8-27b")).isPresent();
    }

    private static void knownBefore(String key) {
        store.terms.write(new Terms(
                2_048,
                3,
                MODEL,
                MODEL,
                MODEL,
                MODEL,
                Map.of(),
                List.of(),
                List.of(),
                PAID,
                keys(key).fingerprint()));
    }

    private static Terms publishedBy(String key, String limits) {
        Keys keys = keys(key);
        Quotas quotas = store.quotas(
                QuotaSettings.of(limits.isEmpty() ? null : limits, Duration.ofMinutes(1), 1), System::nanoTime);
        GroqProperties properties = new GroqProperties(GROQ, List.of(key), MODEL, Duration.ofSeconds(30), 2_048, "low");
        new PublishedTerms(
                        store.terms,
                        properties,
                        ModelChoice.of(MODEL),
                        Prices.shipped(LocalDate.of(2026, 11, 23)),
                        keys,
                        3,
                        new KnownLimits(quotas, keys, limits, true))
                .afterPropertiesSet();
        return store.terms.find().orElseThrow();
    }

    private static Keys keys(String key) {
        return new Keys(List.of(key), List.of(), GROQ);
    }
}
