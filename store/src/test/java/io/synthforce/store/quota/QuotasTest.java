package io.synthforce.store.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.synthforce.store.fixture.EmbeddedRedis;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.workflows.turn.CallClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** The scripts in a real Redis, in the time of its own clock. */
class QuotasTest {

    private static final EmbeddedRedis redis = EmbeddedRedis.started();
    private static final LettuceConnectionFactory connections = TestStore.connectTo(redis.port());
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Map<Dimension, Long> FREE = Map.of(
            Dimension.REQUESTS_PER_MINUTE, 30L,
            Dimension.TOKENS_PER_MINUTE, 8_000L,
            Dimension.REQUESTS_PER_DAY, 1_000L,
            Dimension.TOKENS_PER_DAY, 200_000L);

    private final String organisation = UUID.randomUUID().toString();

    @AfterAll
    static void stop() {
        connections.destroy();
        redis.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        REQUESTS_PER_MINUTE |     30 |  10 |    60
        TOKENS_PER_MINUTE   |   8000 | 600 |    60
        REQUESTS_PER_DAY    |   1000 |  10 | 86400
        TOKENS_PER_DAY      | 200000 | 600 | 86400
        """)
    void each_dimension_is_taken_from_and_refills_evenly(Dimension dimension, long limit, long tokens, long seconds) {
        var provider = provider(Map.of(dimension, limit));
        long calls = limit / dimension.amount(tokens);
        for (int i = 0; i < calls; i++) {
            provider.used(provider.granted("call " + i, tokens), tokens);
        }

        long missing = dimension.amount(tokens) - limit % dimension.amount(tokens);
        assertThat(provider.ticket("one too many", tokens).after().toMillis())
                .isCloseTo(missing * seconds * 1_000 / limit, within(1_500L));
    }

    @Test
    void what_was_reserved_and_not_used_flows_back_once() {
        var provider = provider(Map.of(Dimension.TOKENS_PER_MINUTE, 8_000L));
        var attempt = provider.granted("first", 6_000);
        assertThat(provider.isGranted("second", 4_000)).isFalse();

        provider.used(attempt, 2_500);
        provider.used(attempt, 0);

        assertThat(provider.isGranted("third", CallClass.NEXT, "other", 6_500)).isFalse();
        assertThat(provider.isGranted("second", 4_000)).isTrue();
    }

    @Test
    void a_settlement_that_is_told_twice_by_two_workers_counts_once() {
        var one = provider(Map.of(Dimension.TOKENS_PER_MINUTE, 8_000L));
        var other = provider(Map.of(Dimension.TOKENS_PER_MINUTE, 8_000L));
        var attempt = UUID.randomUUID();
        var demand = new Demand(attempt, "call", CallClass.NEXT, Provider.OWNER, 4_000);
        one.quotas().ask(one.pool(), demand);
        assertThat(other.quotas().ask(other.pool(), demand))
                .as("the same attempt")
                .isEqualTo(new Admission.Granted());

        one.used(attempt, 1_000);
        other.used(attempt, 1_000);

        assertThat(one.isGranted("within what is left", 7_000)).isTrue();
        assertThat(one.isGranted("beyond it", 1_000)).isFalse();
    }

    @Test
    void a_call_that_was_not_made_gives_its_request_back() {
        var provider = provider(Map.of(Dimension.REQUESTS_PER_DAY, 1L));
        var attempt = provider.granted("not made", 100);

        provider.quotas().settle(Settlement.notSent(attempt));

        assertThat(provider.isGranted("made", 100)).isTrue();
        assertThat(provider.isGranted("too much", 100)).isFalse();
    }

    @Test
    void buckets_refill_by_the_clock_of_redis() {
        var provider = provider(settings(Map.of(Dimension.TOKENS_PER_MINUTE, 1_000L), 0, Duration.ofSeconds(2), DAY));
        provider.used(provider.granted("all", 1_000), 1_000);
        assertThat(provider.ticket("half", 500).after()).isBetween(Duration.ofMillis(300), Duration.ofMillis(1_001));

        await().atMost(Duration.ofSeconds(5)).until(() -> provider.isGranted("half", 500));
    }

    @Test
    void what_a_dead_worker_reserved_is_held_no_longer_than_its_lifetime() {
        var settings = new QuotaSettings(Map.of(), 1, Duration.ofMillis(200), MINUTE, DAY);
        var provider = provider(settings);
        provider.granted("of a worker that died", 1_000);
        assertThat(provider.isGranted("held back", 1_000)).isFalse();

        await().atMost(Duration.ofSeconds(5)).until(() -> provider.isGranted("held back", 1_000));
    }

    @Test
    void a_higher_class_goes_first_and_a_lower_one_does_not_take_what_its_ticket_needs() {
        var provider = provider(Map.of(Dimension.TOKENS_PER_MINUTE, 8_000L));
        provider.granted("before", 7_000);
        provider.ticket("what-if", CallClass.WHAT_IF, Provider.OWNER, 500 + 1_000);
        provider.ticket("play", CallClass.PLAY, Provider.OWNER, 1_500);
        assertThat(provider.ticket("next", CallClass.NEXT, Provider.OWNER, 1_500)
                        .place())
                .isEqualTo(1);
        assertThat(provider.ticket("play", CallClass.PLAY, Provider.OWNER, 1_500)
                        .place())
                .isEqualTo(2);
        assertThat(provider.ticket("batch", CallClass.BATCH, Provider.OWNER, 100)
                        .place())
                .as("would fit now")
                .isEqualTo(4);
    }

    @Test
    void a_call_that_waits_keeps_its_place_when_it_asks_again_and_its_turn_comes_later_the_further_behind_it_is() {
        var provider = provider(Map.of(Dimension.TOKENS_PER_MINUTE, 8_000L));
        provider.granted("before", 8_000);
        var first = provider.ticket("first", 2_000);
        var second = provider.ticket("second", 2_000);

        assertThat(provider.ticket("first", 2_000).place()).isEqualTo(1);
        assertThat(provider.ticket("second", 2_000).place()).isEqualTo(2);
        assertThat(second.after()).isGreaterThan(first.after());
    }

    @Test
    void owners_inside_a_class_take_turns() {
        var provider = provider(Map.of(Dimension.TOKENS_PER_MINUTE, 8_000L));
        provider.granted("before", 8_000);
        for (int i = 0; i < 5; i++) {
            provider.ticket("many " + i, CallClass.PLAY, "greedy", 1_000);
        }
        assertThat(provider.ticket("few 0", CallClass.PLAY, "modest", 1_000).place())
                .isLessThanOrEqualTo(2);
        assertThat(provider.ticket("few 1", CallClass.PLAY, "modest", 1_000).place())
                .isLessThanOrEqualTo(4);
        assertThat(provider.ticket("many 4", CallClass.PLAY, "greedy", 1_000).place())
                .isEqualTo(7);
    }

    @Test
    void a_lower_class_is_let_through_after_twenty_of_higher_ones_went_past_it() {
        var provider = provider(settings(Map.of(Dimension.REQUESTS_PER_MINUTE, 60L), 0, Duration.ofSeconds(3), DAY));
        for (int i = 0; i < 60; i++) {
            provider.granted("before " + i, 1);
        }
        List<String> order = new ArrayList<>();
        int made = 0;
        while (!order.contains("low")) {
            String high = "high " + made;
            if (provider.isGranted(high, 1)) {
                order.add(high);
                made++;
            }
            if (provider.isGranted("low", CallClass.WHAT_IF, Provider.OWNER, 1)) {
                order.add("low");
            }
        }
        assertThat(order).hasSizeLessThanOrEqualTo(22);
    }

    @Test
    void until_limits_are_known_few_calls_go_ahead() {
        var provider = provider(settings(Map.of(), 2, MINUTE, DAY));
        var first = provider.granted("first", 3_000);
        provider.granted("second", 3_000);
        assertThat(provider.isGranted("third", 3_000)).isFalse();

        provider.read(first, 2_000, new Reading(500_000, 499_999, 250_000, 248_000));

        for (int i = 0; i < 60; i++) {
            provider.granted("on a paid key " + i, 3_000);
        }
    }

    @Test
    void headers_teach_the_limits_and_what_others_spend() {
        var provider = provider(settings(Map.of(), 2, MINUTE, DAY));
        var first = provider.granted("first", 3_000);

        provider.read(first, 1_000, new Reading(1_000, 400, 8_000, 3_000));

        assertThat(provider.isGranted("within what others left", 3_000)).isTrue();
        assertThat(provider.ticket("beyond it", 3_000).after())
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(30));
        assertThat(known("rpd.left")).isCloseTo(399, within(1.0));
        assertThat(known("rpm.limit")).as("of so small a plan").isEqualTo(30);
    }

    @Test
    void an_older_reading_is_ignored_and_what_is_in_flight_is_taken_off() {
        var provider = provider(FREE);
        var older = provider.granted("older", 1_000);
        await().until(() -> now() > granted(older));
        var newer = provider.granted("newer", 1_000);
        await().until(() -> now() > granted(newer));
        provider.granted("in flight", 1_000);

        provider.read(newer, 1_000, new Reading(1_000, 500, 8_000, 8_000));
        provider.read(older, 1_000, new Reading(1_000, 900, 8_000, 8_000));

        assertThat(known("rpd.left")).isCloseTo(499, within(0.5));
    }

    @Test
    void a_refusal_teaches_its_limit_and_what_was_used_of_it() {
        var provider = provider(Map.of(Dimension.TOKENS_PER_MINUTE, 8_000L));
        var attempt = provider.granted("first", 2_000);

        provider.refused(attempt, Dimension.TOKENS_PER_DAY, 200_000, 199_000L, 2_000, Duration.ofSeconds(433));

        assertThat(provider.ticket("first", 2_000).after().toSeconds()).isCloseTo(432, within(3L));
        assertThat(provider.isGranted("smaller and it fits", CallClass.NEXT, "other", 900))
                .as("behind the first")
                .isFalse();
    }

    @Test
    void a_refusal_that_asks_for_longer_than_the_arithmetic_is_believed() {
        var provider = provider(Map.of());
        provider.refused(
                provider.granted("first", 2_000), Dimension.REQUESTS_PER_MINUTE, 30, 30L, 1, Duration.ofMinutes(3));
        assertThat(provider.ticket("first", 100).after()).isGreaterThan(Duration.ofSeconds(175));
    }

    @Test
    void a_refusal_without_a_word_holds_the_pool_for_as_long_as_it_asks() {
        var provider = provider(Map.of());
        provider.refused(provider.granted("first", 2_000), null, 0, null, 1, Duration.ofSeconds(40));

        assertThat(provider.ticket("other", 100).after()).isBetween(Duration.ofSeconds(38), Duration.ofSeconds(41));
    }

    @Test
    void a_call_larger_than_the_limit_goes_ahead_when_all_of_it_is_there() {
        var provider = provider(Map.of(Dimension.TOKENS_PER_MINUTE, 8_000L));

        assertThat(provider.isGranted("too large", 20_000)).isTrue();
        assertThat(provider.isGranted("small", 100)).isFalse();
    }

    @Test
    void a_place_that_is_given_up_is_nobodys() {
        var provider = provider(Map.of(Dimension.TOKENS_PER_MINUTE, 8_000L));
        provider.granted("before", 7_000);
        provider.ticket("waits", 2_000);
        assertThat(provider.isGranted("small", 500)).isFalse();

        provider.quotas().withdraw(provider.pool(), "waits");

        assertThat(provider.isGranted("small", 500)).isTrue();
    }

    @Test
    void organisations_and_models_do_not_spend_for_each_other() {
        var provider = provider(Map.of(Dimension.REQUESTS_PER_DAY, 1L));
        provider.granted("first", 100);

        assertThat(provider.isGranted("second", 100)).isFalse();
        assertThat(new Provider(provider.quotas(), new Pool(organisation, "other model")).isGranted("second", 100))
                .isTrue();
        assertThat(new Provider(provider.quotas(), new Pool("other", "model")).isGranted("second", 100))
                .isTrue();
    }

    private Provider provider(Map<Dimension, Long> limits) {
        return provider(settings(limits, 0, MINUTE, DAY));
    }

    private Provider provider(QuotaSettings settings) {
        return new Provider(new Quotas(connections, settings, () -> 1), new Pool(organisation, "model"));
    }

    private static QuotaSettings settings(Map<Dimension, Long> limits, int careful, Duration minute, Duration day) {
        return new QuotaSettings(limits, careful, Duration.ofSeconds(60), minute, day);
    }

    private double known(String field) {
        return Double.parseDouble(hash(0, field));
    }

    private long granted(UUID attempt) {
        return Long.parseLong(hash(1, attempt.toString()).split("\\|")[1]);
    }

    private String hash(int key, String field) {
        var template = new org.springframework.data.redis.core.StringRedisTemplate(connections);
        return String.valueOf(
                template.opsForHash().get(new Pool(organisation, "model").keys().get(key), field));
    }

    private static long now() {
        try (var connection = connections.getConnection()) {
            return connection.serverCommands().time();
        }
    }
}
