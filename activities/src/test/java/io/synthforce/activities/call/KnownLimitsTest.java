package io.synthforce.activities.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.activities.groq.ApiKey;
import io.synthforce.activities.groq.Keys;
import io.synthforce.store.fixture.EmbeddedRedis;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.quota.Demand;
import io.synthforce.store.quota.Pool;
import io.synthforce.store.quota.QuotaSettings;
import io.synthforce.store.quota.Quotas;
import io.synthforce.store.quota.Reading;
import io.synthforce.store.quota.Settlement;
import io.synthforce.workflows.turn.CallClass;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What estimates are told of the provider's limits. */
class KnownLimitsTest {

    private static final String GROQ = "https://api.groq.com/openai/v1";

    @AutoClose
    private static EmbeddedRedis redis;

    private static TestStore store;
    private final String model = "model-" + UUID.randomUUID();

    @BeforeAll
    static void open() {
        redis = EmbeddedRedis.started();
        store = new TestStore(redis.port());
    }

    @Test
    void aKeyOfGroqIsTakenForAFreeOneUntilAnAnswerTells() {
        var quotas = quotas(null);
        var limits = new KnownLimits(quotas, keys("gsk_a"), "", true);
        assertThat(limits.told(model)).isNull();
        assertThat(limits.assumed()).satisfies(free -> {
            assertThat(free.tokensPerDay()).isEqualTo(200_000);
            assertThat(free.source()).contains("free plan");
        });

        var told = answered(quotas, "gsk_a", new Reading(500_000, 499_999, 250_000, 249_000));

        assertThat(told).isTrue();
        assertThat(limits.told(model)).satisfies(paid -> {
            assertThat(paid.requestsPerDay()).isEqualTo(500_000);
            assertThat(paid.tokensPerMinute()).isEqualTo(250_000);
            assertThat(paid.tokensPerDay()).as("no answer names it").isNull();
            assertThat(paid.source()).contains("answers").doesNotContain("free plan");
        });
        assertThat(answered(quotas, "gsk_a", new Reading(500_000, 499_998, 250_000, 248_000)))
                .as("what is known already")
                .isFalse();
    }

    @Test
    void anAnswerThatTellsOfTheFreePlanLeavesItsTokensOfADay() {
        var quotas = quotas(null);
        var limits = new KnownLimits(quotas, keys("gsk_a"), "", true);

        answered(quotas, "gsk_a", new Reading(1_000, 999, 8_000, 7_000));

        assertThat(limits.told(model)).satisfies(free -> {
            assertThat(free.requestsPerMinute()).isEqualTo(30);
            assertThat(free.tokensPerMinute()).isEqualTo(8_000);
            assertThat(free.tokensPerDay()).isEqualTo(200_000);
            assertThat(free.source()).contains("answers", "free plan");
        });
        assertThat(new KnownLimits(quotas, keys("gsk_a"), "", false).told(model).tokensPerDay())
                .as("of another endpoint nothing is assumed")
                .isNull();
    }

    @Test
    void organisationsOnDifferentPlansAreAddedUp() {
        var quotas = quotas(null);
        var limits = new KnownLimits(quotas, keys("gsk_a", "gsk_b"), "", true);

        answered(quotas, "gsk_a", new Reading(500_000, 499_999, 250_000, 249_000));
        assertThat(limits.told(model).tokensPerMinute())
                .as("whoever has not answered is like the others")
                .isEqualTo(500_000);

        answered(quotas, "gsk_b", new Reading(1_000, 999, 8_000, 7_000));
        assertThat(limits.told(model).tokensPerMinute()).isEqualTo(258_000);
    }

    @Test
    void whatRedisKnewBeforeThisProcessBeganIsToldByItsFirstAnswer() {
        answered(quotas(null), "gsk_a", new Reading(500_000, 499_999, 250_000, 249_000));

        assertThat(answered(quotas(null), "gsk_a", new Reading(500_000, 499_998, 250_000, 248_000)))
                .isTrue();
    }

    @Test
    void whatIsConfiguredHoldsForEveryOrganisation() {
        var limits = new KnownLimits(quotas("rpm=30,tpm=8000"), keys("gsk_a", "gsk_b"), "rpm=30,tpm=8000", true);

        assertThat(limits.told(model)).satisfies(two -> {
            assertThat(two.requestsPerMinute()).isEqualTo(60);
            assertThat(two.tokensPerMinute()).isEqualTo(16_000);
            assertThat(two.source()).endsWith("for 2 organisations");
        });
    }

    @Test
    void nothingIsKnownOfAnotherEndpointNorOfAKeyThatIsSaidToHaveNone() {
        var elsewhere = new KnownLimits(quotas(null), keys("gsk_a"), "", false);
        assertThat(elsewhere.told(model)).isNull();
        assertThat(elsewhere.assumed()).isNull();
        var none = new KnownLimits(quotas("none"), keys("gsk_a"), "none", true);
        assertThat(none.told(model)).isNull();
        assertThat(none.assumed()).isNull();
    }

    private boolean answered(Quotas quotas, String key, Reading reading) {
        var attempt = UUID.randomUUID();
        var pool = new Pool(keys(key).organisation(new ApiKey(1, key)), model);
        quotas.ask(pool, new Demand(attempt, "call", CallClass.NEXT, "owner", 1_000));
        return quotas.settle(new Settlement(attempt, 500L, true, true, Duration.ZERO, reading, null));
    }

    private Quotas quotas(@Nullable String configured) {
        return store.quotas(QuotaSettings.of(configured, Duration.ofMinutes(1), 1), System::nanoTime);
    }

    private static Keys keys(String... secrets) {
        return new Keys(List.of(secrets), List.of(), GROQ);
    }
}
