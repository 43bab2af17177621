package io.synthforce.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.api.RawCaller.Answer;
import io.synthforce.store.fixture.EmbeddedRedis;
import io.synthforce.store.simulation.SimulationFilter;
import io.synthforce.store.simulation.Simulations;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** The program as it is opened to others: with a token, a limit, no meters, and a Redis of its own that may go away. */
class GuardedProgramTest {

    private static final String TOKEN = "a-token-for-tests-0123456789";
    private static final String SHOWN = "Authorization: Bearer " + TOKEN;
    private static final int LIMIT = 20;

    private static EmbeddedRedis redis;
    private static ConfigurableApplicationContext program;
    private static RawCaller caller;

    @BeforeAll
    static void open() {
        redis = EmbeddedRedis.started();
        program = SpringApplication.run(
                SynthforceApplication.class,
                "--PORT=0",
                "--REDIS_URL=" + redis.url(),
                "--SYNTHFORCE_DATA_DIR=target/guarded",
                "--TEMPORAL_CLI=none",
                "--METRICS_ENABLED=false",
                "--API_TOKEN=" + TOKEN,
                "--RATE_LIMIT_REQUESTS=" + LIMIT,
                "--RATE_LIMIT_WINDOW=3600");
        caller = new RawCaller(program.getEnvironment().getProperty("local.server.port", Integer.class));
    }

    @AfterAll
    static void close() {
        program.close();
        redis.close();
    }

    @BeforeEach
    void forget() {
        try (RedisConnection connection =
                program.getBean(RedisConnectionFactory.class).getConnection()) {
            connection.serverCommands().flushAll();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/simulations", "/agents/list", "/metrics", "/", "/nothing/here", "/error"})
    void nothing_is_told_without_the_token(String path) {
        Answer answer = caller.get(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"synthforce\"");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("\"error\":\"unauthorized\"");
        assertThat(answer.header("X-Request-ID")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/ready", "/openapi.json", "/swagger-ui/index.html"})
    void how_it_is_and_how_it_is_used_is_told_to_everyone(String path) {
        Answer answer = caller.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().containsHeader("X-RateLimit-Limit")).isFalse();
        assertThat(answer.body()).doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health/../simulations",
                "/health;/../simulations",
                "/docs/../simulations",
                "/swagger-ui/../simulations",
                "/swagger-ui/..;/simulations",
                "/swagger-ui/%2e%2e/simulations",
                "//simulations",
                "/simulations;/health",
                "/simulations/"
            })
    void no_detour_leads_in(String path) {
        assertThat(caller.get(path).status()).isIn(400, 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer another-token-0123456789", "Bearer ", "Bearer " + TOKEN + "x", "Basic " + TOKEN})
    void another_token_is_refused(String authorization) {
        Answer answer = caller.get("/simulations", "Authorization: " + authorization);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER  "})
    void the_token_opens(String scheme) {
        assertThat(caller.get("/simulations", "Authorization: " + scheme + TOKEN, "Host: sim.example.com")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void meters_that_are_switched_off_have_no_page() {
        Answer answer = caller.get("/metrics", SHOWN);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("\"error\":\"not_found\"");
    }

    @Test
    void preflights_carry_no_token_and_refusals_can_be_read() {
        Answer preflight = caller.send(
                "OPTIONS",
                "/simulate/start",
                "Origin: http://localhost:3000",
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: authorization, content-type");

        assertThat(preflight.status()).isEqualTo(200);
        assertThat(caller.get("/simulations", "Origin: http://localhost:3000").header("Access-Control-Allow-Origin"))
                .isEqualTo("http://localhost:3000");
    }

    @Test
    void the_description_names_the_token() {
        assertThat(caller.get("/openapi.json").body())
                .contains("\"securitySchemes\"", "\"scheme\":\"bearer\"", "\"security\":[{\"token\":[]}]");
    }

    @Test
    void a_read_costs_a_tenth_of_a_change() {
        assertThat(caller.get("/agents/list", SHOWN)).satisfies(first -> {
            assertThat(first.header("X-RateLimit-Limit")).isEqualTo("20");
            assertThat(first.header("X-RateLimit-Remaining")).isEqualTo("19");
            assertThat(Instant.ofEpochSecond(Long.parseLong(first.header("X-RateLimit-Reset"))))
                    .isBetween(Instant.now(), Instant.now().plus(Duration.ofMinutes(1)));
        });
        for (int read = 2; read <= 10; read++) {
            caller.get("/agents/list", SHOWN);
        }
        assertThat(caller.send("POST", "/nothing/here", SHOWN).header("X-RateLimit-Remaining"))
                .isEqualTo("18");
    }

    @Test
    void who_asks_too_often_is_told_when_to_come_back_and_nothing_is_stored() {
        long before = program.getBean(Simulations.class).count(SimulationFilter.ALL);
        Answer refused = exhausted();

        assertThat(refused.body()).contains("\"error\":\"rate_limited\"", "At most 20 requests in 3600 s");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 180);
        assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(caller.get("/health").status()).isEqualTo(200);
        assertThat(caller.get("/agents/list").status()).isEqualTo(401);
        assertThat(program.getBean(Simulations.class).count(SimulationFilter.ALL))
                .isEqualTo(before);
    }

    @Test
    void tokens_are_not_tried_without_end() {
        for (int guess = 1; guess <= LIMIT; guess++) {
            assertThat(caller.get("/agents/list", "Authorization: Bearer guess-number-" + guess)
                            .status())
                    .isEqualTo(401);
        }
        Answer refused = caller.get("/agents/list", "Authorization: Bearer one-guess-too-many");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        assertThat(caller.get("/agents/list", SHOWN).status())
                .as("of who holds the token")
                .isEqualTo(200);
    }

    @Test
    void redis_may_go_and_come_back() {
        redis.stop();
        try {
            await().untilAsserted(() -> assertThat(caller.get("/health").body()).contains("\"status\":\"degraded\""));
            assertThat(part("redis")).contains("\"status\":\"unhealthy\"");
            assertThat(part("database")).contains("\"status\":\"healthy\"");
            assertThat(caller.get("/ready").status()).isEqualTo(200);
            assertThat(caller.get("/agents/list", SHOWN).status()).isEqualTo(200);
            exhausted();
        } finally {
            redis.start();
        }
        await().untilAsserted(() -> assertThat(part("redis")).contains("\"status\":\"healthy\""));
        await("counted in Redis again, not in the process, whose own count is used up")
                .untilAsserted(
                        () -> assertThat(caller.get("/agents/list", SHOWN).header("X-RateLimit-Remaining"))
                                .isEqualTo("19"));
        exhausted();
    }

    /** Asks until it is refused. */
    private static Answer exhausted() {
        for (int change = 0; change <= 3 * LIMIT; change++) {
            Answer answer = caller.send("POST", "/nothing/here", SHOWN);
            if (answer.status() == 429) {
                return answer;
            }
            assertThat(answer.status()).isEqualTo(404);
        }
        throw new AssertionError("never refused");
    }

    private static String part(String name) {
        String body = caller.get("/health").body();
        int begin = body.indexOf("{\"name\":\"" + name + "\"");
        return body.substring(begin, body.indexOf('}', begin));
    }
}
