package io.synthforce.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.synthforce.store.doorbell.Doorbell;
import io.synthforce.store.fixture.EmbeddedDatabase;
import io.synthforce.store.fixture.EmbeddedRedis;
import io.synthforce.store.fixture.Scenarios;
import io.synthforce.store.simulation.Simulations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The store as an application gets it: by two variables and nothing else. */
@ExtendWith(OutputCaptureExtension.class)
class StoreStartTest {
    private static final String NO_BELL = "Redis is away; until it is back readers look";

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Application {}

    @Test
    void two_variables_are_enough_for_a_store_that_works() {
        try (EmbeddedRedis redis = EmbeddedRedis.started();
                ConfigurableApplicationContext one = start(
                        "DATABASE_URL", EmbeddedDatabase.url(EmbeddedDatabase.fresh()), "REDIS_URL", redis.url());
                ConfigurableApplicationContext other = start(
                        "DATABASE_URL", EmbeddedDatabase.url(EmbeddedDatabase.fresh()), "REDIS_URL", redis.url())) {
            UUID id = UUID.randomUUID();
            one.getBean(Simulations.class).start(id, "local", "key", "hash", Scenarios.priceIncrease());

            assertThat(one.getBean(Simulations.class).find(id)).isPresent();
            HikariDataSource pool = one.getBean(HikariDataSource.class);
            assertThat(pool.getPoolName()).isEqualTo("synthforce");
            assertThat(pool.getMaximumPoolSize()).isEqualTo(20);
            assertThat(pool.getConnectionTimeout()).isEqualTo(5_000);
            assertThat(pool.getJdbcUrl()).doesNotContain("postgres:postgres");
            await().untilAsserted(() -> assertThat(isHeard(one, other)).isTrue());
        }
    }

    @Test
    void it_starts_while_redis_is_away_and_says_so_once(CapturedOutput output) {
        try (ConfigurableApplicationContext context = start(
                "DATABASE_URL",
                EmbeddedDatabase.url(EmbeddedDatabase.fresh()),
                "REDIS_URL",
                EmbeddedRedis.stopped().url())) {
            Doorbell bell = context.getBean(Doorbell.class);
            for (int i = 0; i < 20; i++) {
                bell.ring(UUID.randomUUID());
            }
            await().until(() -> output.getAll().contains(NO_BELL));
        }
        assertThat(output.getAll()).containsOnlyOnce(NO_BELL);
    }

    @Test
    void a_missing_variable_stops_the_start_with_a_sentence_that_names_it(CapturedOutput output) {
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> start("REDIS_URL", "redis://localhost:1", "DATABASE_URL", " "))
                .withMessageStartingWith("DATABASE_URL is not set");
        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START", "Set DATABASE_URL in the environment")
                .doesNotContain("\tat ");
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> start("DATABASE_URL", "postgresql://localhost:1/w"))
                .withMessageStartingWith("REDIS_URL is not set");
    }

    @Test
    void springs_own_properties_go_first() {
        String url = "jdbc:postgresql://localhost:%d/%s".formatted(EmbeddedDatabase.port(), EmbeddedDatabase.fresh());
        try (ConfigurableApplicationContext context = start(
                "spring.datasource.url", url,
                "spring.datasource.username", "postgres",
                "spring.datasource.hikari.maximum-pool-size", "3",
                "DATABASE_URL", "postgresql://nowhere:1/nothing",
                "spring.data.redis.host", "localhost",
                "spring.data.redis.port", "1")) {
            HikariDataSource pool = context.getBean(HikariDataSource.class);
            assertThat(pool.getJdbcUrl()).isEqualTo(url);
            assertThat(pool.getMaximumPoolSize()).isEqualTo(3);
        }
    }

    private static boolean isHeard(ConfigurableApplicationContext one, ConfigurableApplicationContext other) {
        UUID id = UUID.randomUUID();
        AtomicInteger looks = new AtomicInteger();
        var waiter = CompletableFuture.supplyAsync(() -> one.getBean(Doorbell.class)
                .await(
                        id,
                        () -> looks.incrementAndGet() == 2 ? Optional.of("heard") : Optional.<String>empty(),
                        Duration.ofMillis(300)));
        await().until(() -> looks.get() > 0);
        long rung = System.nanoTime();
        other.getBean(Doorbell.class).ring(id);
        waiter.join();
        return Duration.ofNanos(System.nanoTime() - rung).toMillis() < 200;
    }

    private static ConfigurableApplicationContext start(String... properties) {
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < properties.length; i += 2) {
            arguments.add("--" + properties[i] + "=" + properties[i + 1]);
        }
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(arguments.toArray(String[]::new));
    }
}
