package io.synthforce.store.doorbell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.store.fixture.EmbeddedRedis;
import io.synthforce.store.fixture.TestStore;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

class DoorbellTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final EmbeddedRedis redis = EmbeddedRedis.stopped();
    private final LettuceConnectionFactory here = TestStore.connectTo(redis.port());
    private final LettuceConnectionFactory there = TestStore.connectTo(redis.port());
    private final Doorbell bell = new Doorbell(here);
    private final Doorbell elsewhere = new Doorbell(there);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final UUID simulation = UUID.randomUUID();
    private final AtomicBoolean there_is_something = new AtomicBoolean();
    private final AtomicInteger looks = new AtomicInteger();

    @AfterEach
    void close() {
        threads.shutdownNow();
        bell.stop();
        elsewhere.stop();
        here.destroy();
        there.destroy();
        redis.close();
    }

    @Test
    void what_is_there_already_needs_no_bell() {
        there_is_something.set(true);

        assertThat(bell.await(simulation, this::look, LONG)).contains("something");
        assertThat(bell.awaited()).isZero();
    }

    @Test
    void waiting_ends_when_time_is_up() {
        assertThat(bell.await(simulation, this::look, Duration.ofMillis(20))).isEmpty();
        assertThat(looks.get()).isBetween(1, 2);
        assertThat(bell.awaited()).isZero();
    }

    @Test
    void a_bell_in_another_process_wakes_within_milliseconds() {
        redis.start();
        listen();
        var waiter = waitAtTheBell();

        there_is_something.set(true);
        long rung = System.nanoTime();
        elsewhere.ring(simulation);

        assertThat(waiter.join()).contains("something");
        assertThat(Duration.ofNanos(System.nanoTime() - rung)).isLessThan(Duration.ofMillis(500));
        assertThat(bell.awaited()).isZero();
    }

    @Test
    void a_bell_wakes_only_those_who_wait_for_its_simulation() {
        redis.start();
        listen();
        waitAtTheBell();
        UUID other = UUID.randomUUID();
        CompletableFuture<?> otherWaiter = CompletableFuture.runAsync(
                () -> bell.await(other, () -> Optional.of("done").filter(_ -> there_is_something.get()), LONG),
                threads);
        await().until(() -> bell.awaited() == 2);
        int before = looks.get();

        there_is_something.set(true);
        elsewhere.ring(other);

        otherWaiter.join();
        assertThat(looks.get()).isLessThanOrEqualTo(before + 1);
    }

    @Test
    void a_bell_rung_while_the_waiter_looks_is_not_missed() {
        AtomicInteger looked = new AtomicInteger();
        long began = System.nanoTime();

        Optional<String> found = bell.await(
                simulation,
                () -> {
                    if (looked.incrementAndGet() == 1) {
                        bell.ring(simulation);
                        return Optional.empty();
                    }
                    return Optional.of("something");
                },
                LONG);

        assertThat(found).contains("something");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void without_redis_ringing_does_not_fail_and_waiters_look_once_a_second() {
        listenWithoutRedis();
        var waiter = waitAtTheBell();
        elsewhere.ring(simulation);

        there_is_something.set(true);
        elsewhere.ring(simulation);

        assertThat(waiter.orTimeout(3, java.util.concurrent.TimeUnit.SECONDS).join())
                .contains("something");
    }

    @Test
    void bells_are_heard_once_redis_comes_after_all() {
        listenWithoutRedis();
        redis.start();
        await().until(() -> bell.isListening() && elsewhere.isListening());
        var waiter = waitAtTheBell();

        there_is_something.set(true);
        elsewhere.ring(simulation);

        assertThat(waiter.join()).contains("something");
    }

    @Test
    void waiters_get_through_a_redis_that_stops_in_the_middle_and_hear_it_again_afterwards() {
        redis.start();
        listen();
        var waiter = waitAtTheBell();
        redis.stop();

        there_is_something.set(true);
        elsewhere.ring(simulation);
        assertThat(waiter.join()).contains("something");

        redis.start();
        there_is_something.set(false);
        UUID witness = UUID.randomUUID();
        await().atMost(LONG).until(() -> heardWithinMilliseconds(witness));
    }

    @Test
    void a_doorbell_that_was_stopped_may_be_started_again() {
        redis.start();
        listen();
        bell.stop();
        assertThat(bell.isRunning()).isFalse();
        assertThat(bell.isListening()).isFalse();

        bell.start();

        await().until(() -> heardWithinMilliseconds(UUID.randomUUID()));
    }

    @Test
    void it_stops_while_redis_is_away() {
        redis.start();
        listen();
        redis.stop();

        bell.stop();

        assertThat(bell.isListening()).isFalse();
    }

    @Test
    void an_interrupted_waiter_looks_no_more() {
        Thread.currentThread().interrupt();

        assertThat(bell.await(simulation, this::look, LONG)).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(bell.awaited()).isZero();
    }

    private boolean heardWithinMilliseconds(UUID witness) {
        AtomicInteger looked = new AtomicInteger();
        return bell.await(
                                witness,
                                () -> {
                                    if (looked.incrementAndGet() == 1) {
                                        elsewhere.ring(witness);
                                        return Optional.empty();
                                    }
                                    return Optional.of(looked.get());
                                },
                                Duration.ofMillis(200))
                        .isPresent()
                && looked.get() == 2;
    }

    private void listen() {
        bell.start();
        elsewhere.start();
        await().until(() -> bell.isListening() && elsewhere.isListening());
    }

    private void listenWithoutRedis() {
        bell.start();
        elsewhere.start();
    }

    private CompletableFuture<Optional<String>> waitAtTheBell() {
        var waiter = CompletableFuture.supplyAsync(() -> bell.await(simulation, this::look, LONG), threads);
        await().until(() -> looks.get() > 0);
        return waiter;
    }

    private Optional<String> look() {
        looks.incrementAndGet();
        return there_is_something.get() ? Optional.of("something") : Optional.empty();
    }
}
