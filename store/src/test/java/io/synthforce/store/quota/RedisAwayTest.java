package io.synthforce.store.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.store.fixture.EmbeddedRedis;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.workflows.turn.CallClass;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Two workers share a limit of 8,000 tokens a minute and lose Redis. */
class RedisAwayTest {

    private static final QuotaSettings SETTINGS = new QuotaSettings(
            Map.of(Dimension.TOKENS_PER_MINUTE, 8_000L, Dimension.TOKENS_PER_DAY, 200_000L),
            2,
            Duration.ofSeconds(60),
            Duration.ofMinutes(1),
            Duration.ofDays(1));

    private final EmbeddedRedis redis = EmbeddedRedis.started();
    private final LettuceConnectionFactory connections = TestStore.connectTo(redis.port());
    private final LettuceConnectionFactory others = TestStore.connectTo(redis.port());
    private final Pool pool = new Pool("org", "model");
    private final Provider one = new Provider(new Quotas(connections, SETTINGS, () -> 2), pool);
    private final Provider other = new Provider(new Quotas(others, SETTINGS, () -> 2), pool);

    @BeforeEach
    void start() {
        one.quotas().start();
        other.quotas().start();
        one.used(one.granted("tells that limits are known", 100), 0);
        other.used(other.granted("likewise", 100), 0);
    }

    @AfterEach
    void stop() {
        one.quotas().stop();
        other.quotas().stop();
        connections.destroy();
        others.destroy();
        redis.close();
    }

    @Test
    void each_goes_on_with_its_share() {
        redis.stop();

        assertThat(one.isGranted("first", 3_500)).isTrue();
        assertThat(one.isGranted("second", 3_500)).isFalse();
        assertThat(other.isGranted("third", 3_500)).isTrue();
        assertThat(one.quotas().isShared()).isFalse();
    }

    @Test
    void classes_go_before_each_other_all_the_same() {
        redis.stop();
        one.used(one.granted("before", 4_000), 4_000);

        one.ticket("play", CallClass.PLAY, Provider.OWNER, 1_000);
        assertThat(one.ticket("next", CallClass.NEXT, Provider.OWNER, 1_000).place())
                .isEqualTo(1);
        assertThat(one.ticket("play", CallClass.PLAY, Provider.OWNER, 1_000).place())
                .isEqualTo(2);
    }

    @Test
    void a_place_is_not_kept_for_who_may_have_gone_to_the_other_worker() {
        redis.stop();
        one.used(one.granted("before", 4_000), 4_000);
        one.ticket("gone", CallClass.NEXT, Provider.OWNER, 1_000);

        await().until(() -> one.isGranted("here", 200));

        assertThat(one.isGranted("gone", 1_000)).isFalse();
    }

    @Test
    void when_redis_comes_back_empty_what_was_spent_meanwhile_is_known() {
        redis.stop();
        one.used(one.granted("first", 3_500), 3_500);
        other.used(other.granted("second", 3_500), 3_500);

        redis.start();
        bothAreBack();

        assertThat(one.isGranted("a burst", 3_000)).isFalse();
    }

    @Test
    void when_redis_only_could_not_be_reached_what_was_spent_meanwhile_is_taken_off_once() {
        one.used(one.granted("before", 2_000), 2_000);
        redis.freeze();
        one.used(one.granted("first", 2_900), 2_900);
        redis.thaw();
        bothAreBack();
        await().until(() -> one.isGranted("what is left", 1_500));

        assertThat(one.isGranted("a burst", 3_500)).isFalse();
    }

    @Test
    void a_call_granted_before_and_ended_meanwhile_gives_back_what_it_did_not_use() {
        var attempt = one.granted("before", 7_500);
        redis.stop();
        assertThat(one.isGranted("first", 3_000)).isFalse();

        one.used(attempt, 500);

        assertThat(one.isGranted("first", 3_000)).isTrue();
    }

    @Test
    void a_call_granted_meanwhile_and_ended_afterwards_gives_back_what_it_did_not_use() {
        redis.stop();
        var attempt = one.granted("meanwhile", 3_500);
        redis.start();
        bothAreBack();
        assertThat(one.isGranted("first", 7_000)).isFalse();

        one.used(attempt, 0);

        await().until(() -> one.isGranted("first", 7_000));
    }

    private void bothAreBack() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> one.quotas().isShared() && other.quotas().isShared());
        await().until(() -> one.isGranted("probe", 1) && other.isGranted("other probe", 1));
    }
}
