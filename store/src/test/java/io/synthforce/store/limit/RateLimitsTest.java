package io.synthforce.store.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.store.fixture.EmbeddedRedis;
import io.synthforce.store.fixture.TestStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

class RateLimitsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Allowance TEN_AN_HOUR = new Allowance(10, Duration.ofHours(1));

    private final EmbeddedRedis redis = EmbeddedRedis.started();
    private final LettuceConnectionFactory connections = TestStore.connectTo(redis.port());
    private final LettuceConnectionFactory others = TestStore.connectTo(redis.port());
    private final RateLimits limits = new RateLimits(connections, PATIENCE);
    private final RateLimits elsewhere = new RateLimits(others, PATIENCE);

    @BeforeEach
    void start() {
        limits.start();
        elsewhere.start();
        await().until(() -> limits.isShared() && elsewhere.isShared());
    }

    @AfterEach
    void stop() {
        limits.stop();
        elsewhere.stop();
        connections.destroy();
        others.destroy();
        redis.close();
    }

    @Test
    void a_client_spends_what_it_has_and_no_more() {
        assertThat(limits.spend(TEN_AN_HOUR, "a", 7)).satisfies(verdict -> {
            assertThat(verdict.granted()).isTrue();
            assertThat(verdict.remaining()).isEqualTo(3);
            assertThat(verdict.untilFull()).isBetween(Duration.ofMinutes(41), Duration.ofMinutes(43));
            assertThat(verdict.untilGranted()).isZero();
        });
        assertThat(limits.spend(TEN_AN_HOUR, "a", 4)).satisfies(verdict -> {
            assertThat(verdict.granted()).isFalse();
            assertThat(verdict.remaining()).isEqualTo(3);
            assertThat(verdict.untilGranted()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
        });
        assertThat(limits.spend(TEN_AN_HOUR, "a", 3).granted()).isTrue();
    }

    @Test
    void clients_do_not_spend_for_each_other() {
        limits.spend(TEN_AN_HOUR, "a", 10);

        assertThat(limits.spend(TEN_AN_HOUR, "b", 10).granted()).isTrue();
    }

    @Test
    void processes_count_together() {
        limits.spend(TEN_AN_HOUR, "a", 6);

        assertThat(elsewhere.spend(TEN_AN_HOUR, "a", 6).granted()).isFalse();
    }

    @Test
    void a_changed_allowance_begins_anew() {
        limits.spend(TEN_AN_HOUR, "a", 10);

        assertThat(limits.spend(new Allowance(20, Duration.ofHours(1)), "a", 20).granted())
                .isTrue();
    }

    @Test
    void many_at_once_get_exactly_what_there_is() throws InterruptedException {
        Allowance forty = new Allowance(40, Duration.ofHours(10));

        List<Callable<Verdict>> askers = IntStream.range(0, 64)
                .<Callable<Verdict>>mapToObj(i -> () -> (i % 2 == 0 ? limits : elsewhere).spend(forty, "a", 1))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(askers))
                    .filteredOn(verdict -> verdict.resultNow().granted())
                    .hasSize(40);
        }

        assertThat(limits.isShared()).isTrue();
    }

    @Test
    void while_redis_is_away_a_process_counts_by_itself_and_then_together_again() {
        limits.spend(TEN_AN_HOUR, "a", 10);
        redis.stop();

        assertThat(limits.spend(TEN_AN_HOUR, "a", 6).granted()).isTrue();
        assertThat(limits.spend(TEN_AN_HOUR, "a", 6).granted()).isFalse();
        assertThat(limits.isShared()).isFalse();

        redis.start();
        await().until(() -> {
            elsewhere.spend(TEN_AN_HOUR, "probe", 1);
            return limits.isShared() && elsewhere.isShared();
        });
        limits.spend(TEN_AN_HOUR, "c", 6);
        assertThat(elsewhere.spend(TEN_AN_HOUR, "c", 6).granted()).isFalse();
    }

    @Test
    void a_redis_that_hangs_is_asked_once_only() {
        redis.freeze();
        try {
            limits.spend(TEN_AN_HOUR, "a", 6);

            assertThat(limits.isShared()).isFalse();
            assertThat(limits.spend(TEN_AN_HOUR, "a", 6).granted()).isFalse();
        } finally {
            redis.thaw();
        }
        await().until(limits::isShared);
    }

    @Test
    void a_redis_that_is_away_at_start_is_found_when_it_comes() {
        redis.stop();
        try (LateComer late = new LateComer(redis.port())) {
            assertThat(late.limits.spend(TEN_AN_HOUR, "a", 10).granted()).isTrue();
            assertThat(late.limits.spend(TEN_AN_HOUR, "a", 1).granted()).isFalse();

            redis.start();

            await().until(late.limits::isShared);
        }
    }

    private static final class LateComer implements AutoCloseable {

        private final LettuceConnectionFactory connections;
        final RateLimits limits;

        LateComer(int port) {
            connections = TestStore.connectTo(port);
            limits = new RateLimits(connections, PATIENCE);
            limits.start();
        }

        @Override
        public void close() {
            limits.stop();
            connections.destroy();
        }
    }
}
