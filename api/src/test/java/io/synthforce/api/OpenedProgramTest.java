package io.synthforce.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.synthforce.api.Caller.Answer;
import io.synthforce.api.settings.ApiSettings;
import io.synthforce.embedded.model.Match;
import io.synthforce.embedded.model.ScriptedModelOptions;
import io.synthforce.embedded.model.ScriptedModelServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The program as a container opens it, without a token, with every setting otherwise than it usually is. */
@ExtendWith(OutputCaptureExtension.class)
class OpenedProgramTest {

    private static final String ORIGIN = "Origin: https://app.example.com";
    private static final int POOL = 7;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static ScriptedModelServer model;
    private static ConfigurableApplicationContext program;
    private static int port;
    private static String started;

    @BeforeAll
    static void open(CapturedOutput output) throws IOException {
        model = ScriptedModelServer.start(ScriptedModelOptions.scriptable());
        program = SpringApplication.run(
                SynthforceApplication.class,
                "--PORT=0",
                "--HOST=0.0.0.0",
                "--ALLOWED_HOSTS=synthforce.internal, 10.0.0.7",
                "--SYNTHFORCE_DATA_DIR=target/opened",
                "--TEMPORAL_CLI=none",
                "--APP_NAME=Rehearsals",
                "--API_VERSION=v7",
                "--ENVIRONMENT=staging",
                "--CORS_ORIGINS=https://app.example.com",
                "--DB_POOL_MIN=6",
                "--DB_POOL_MAX=" + POOL,
                "--DB_POOL_TIMEOUT=5",
                "--REDIS_MAX_CONNECTIONS=1",
                "--GROQ_BASE_URL=" + model.baseUrl(),
                "--GROQ_TEMPERATURE=0.3",
                "--MAX_SIMULATION_TURNS=20",
                "--MAX_CONCURRENT_SIMULATIONS=1",
                "--MEMORY_RETENTION_DAYS=2",
                "--SESSION_TIMEOUT_MINUTES=7",
                "--SYNC_TIMEOUT=1s",
                "--RATE_LIMIT_ENABLED=false");
        started = output.getAll();
        port = Objects.requireNonNull(program.getEnvironment().getProperty("local.server.port", Integer.class));
    }

    @AfterAll
    static void close() {
        model.releaseHolds();
        program.close();
        model.close();
    }

    @Test
    void who_starts_it_is_warned_loudly() {
        assertThat(started).contains("EVERYONE WHO REACHES THIS MACHINE CAN READ, START AND DELETE SIMULATIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1:8000", "SYNTHFORCE.internal:8000", "10.0.0.7"})
    void its_own_machine_and_the_names_it_was_given_are_served(String host) {
        assertThat(raw().get("/agents/list", "Host: " + host).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.nip.io", "synthforce.internal.evil.example"})
    void a_page_does_not_get_in_by_a_name_of_its_own(String host) {
        RawCaller.Answer answer = raw().get("/agents/list", "Host: " + host);

        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.body()).contains("ALLOWED_HOSTS");
    }

    @Test
    void it_is_called_what_it_was_told() {
        assertThat(caller().get("/").body().toString()).contains("Rehearsals", "v7");
        assertThat(caller().get("/health").text("version")).isEqualTo("v7");
        assertThat(caller().get("/health").text("environment")).isEqualTo("staging");
        assertThat(caller().get("/openapi.json")
                        .body()
                        .path("info")
                        .path("title")
                        .asString())
                .isEqualTo("Rehearsals");
    }

    @Test
    void only_its_own_pages_may_call() {
        String asked = "Access-Control-Request-Method: POST";

        assertThat(raw().send("OPTIONS", "/simulate/start", ORIGIN, asked).status())
                .isEqualTo(200);
        assertThat(raw().send("OPTIONS", "/simulate/start", "Origin: http://localhost:3000", asked)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_start_is_held_to_the_limits_and_gets_the_defaults_that_are_set() {
        Answer begun =
                start("{\"scenario\": \"We consider raising our prices.\"}").expect(201);

        assertThat(begun.body().path("config").path("max_turns").asInt()).isEqualTo(20);
        assertThat(begun.body().path("config").path("temperature").asDouble()).isEqualTo(0.3);
        assertThat(start("{\"scenario\": \"We consider raising our prices.\", \"config\": {\"max_turns\": 21}}")
                        .expect(422)
                        .text("detail"))
                .isEqualTo("body.config.max_turns: Input should be less than or equal to 20");
    }

    @Test
    void what_is_kept_is_forgotten_when_it_was_set() {
        Answer kept = caller().post(
                        "/memory/" + caller().start(),
                        Map.of("agent_role", "ceo", "content", Map.of("summary", "Holt pays late.")))
                .expect(201);

        Instant created = Instant.parse(kept.text("created_at"));
        assertThat(Instant.parse(kept.text("expires_at")))
                .isBetween(
                        created.plus(Duration.ofDays(2)).minusSeconds(60),
                        created.plus(Duration.ofDays(2)).plusSeconds(60));
    }

    @Test
    void idle_simulations_leave_the_cache_when_it_was_set() {
        assertThat(program.getBean(ApiSettings.class).sessionTimeout()).isEqualTo(Duration.ofMinutes(7));
    }

    /** That is over. */
    private String experiment(String simulation, Map<String, Object> change) {
        String id = caller().post(
                        "/simulate/what-if",
                        Map.of("session_id", simulation, "modifications", List.of(change), "num_turns_to_simulate", 1),
                        headers -> headers.set("Prefer", "respond-async"))
                .expect(202)
                .text("id");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> caller().get("/experiments/" + id).text("state").equals("done"));
        return id;
    }

    @Test
    void one_simulation_more_than_may_play_is_429_and_leaves_its_key_free() {
        String playing = caller().start();
        String other = caller().start();
        Map<String, Object> change = Map.of("type", "context", "target", "market", "change", Map.of("mood", "bad"));
        String told = experiment(other, change);
        model.hold(Match.ALL, 1_000);
        try {
            Answer pending = caller().next(playing, "held");
            assertThat(pending.expect(504).text("error")).isEqualTo("still_pending");
            assertThat(pending.headers().getFirst("Location")).isEqualTo("/simulations/" + playing + "/turns/1");
            assertThat(pending.headers().getFirst("Idempotency-Key")).isEqualTo("held");

            Answer brief = caller().post("/experiments/" + told + "/brief", Map.of());
            assertThat(brief.expect(504).headers().getFirst("Location")).isEqualTo("/experiments/" + told + "/brief");
            Answer whatIf =
                    caller().post("/simulate/what-if", Map.of("session_id", other, "modifications", List.of(change)));
            assertThat(whatIf.expect(504).headers().getFirst("Location")).startsWith("/experiments/");
            Answer asked = caller().post(
                            "/simulations/" + other + "/ask", Map.of("agent", "ceo", "question", "Are you sure?"));
            assertThat(asked.expect(504).headers().getFirst("Location"))
                    .isEqualTo("/simulations/" + other + "/interviews");

            Answer refused = caller().next(other, "key");
            assertThat(refused.expect(429).text("error")).isEqualTo("too_many_simulations");
            assertThat(refused.headers().getFirst("Retry-After")).isEqualTo("5");
            assertThat(program.getBean(JdbcClient.class)
                            .sql("select count(*) from requests where simulation = cast(? as uuid) and key = 'key'")
                            .param(other)
                            .query(Long.class)
                            .single())
                    .isZero();
        } finally {
            model.releaseHolds();
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> caller().next(playing, "held").expect(200));
        await("another request under the key that was refused")
                .atMost(PATIENCE)
                .untilAsserted(() -> caller().post(
                                "/simulate/next",
                                Map.of("session_id", other, "user_input", "Something else"),
                                Caller.keyed("key"))
                        .expect(200));
    }

    @Test
    void what_nobody_foresaw_is_500_and_can_be_read_traced_and_counted() {
        String id = caller().start();
        JdbcClient jdbc = program.getBean(JdbcClient.class);
        jdbc.sql("update simulations set scenario = '[]' where id = cast(? as uuid)")
                .param(id)
                .update();

        RawCaller.Answer answer = raw().get("/simulate/" + id, ORIGIN, "X-Request-ID: trace-500");

        jdbc.sql("delete from simulations where id = cast(? as uuid)").param(id).update();
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body())
                .contains("\"error\":\"internal_error\"", "\"message\":\"An unexpected error occurred\"")
                .doesNotContain("Exception", "jackson", "[]");
        assertReadTracedAndSecured(answer, "trace-500");
        awaitCounted("/simulate/{session_id}", 500);
    }

    @Test
    void a_database_that_gives_no_connection_in_time_is_503_and_can_be_read_traced_and_counted() throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            takeAll(all);
            long asked = System.nanoTime();
            RawCaller.Answer answer = raw().get("/simulations", ORIGIN, "X-Request-ID: trace-503");

            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(15));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body())
                    .contains("\"error\":\"database_unavailable\"")
                    .doesNotContain("Hikari", "SQL");
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
            assertReadTracedAndSecured(answer, "trace-503");

            RawCaller.Answer readiness = raw().get("/ready");
            assertThat(readiness.status()).isEqualTo(503);
            assertThat(readiness.body()).contains("\"status\":\"not_ready\"", "\"reason\":\"database unavailable\"");
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        awaitCounted("/simulations", 503);
        awaitCounted("/ready", 503);
    }

    /** All there are: the program keeps one for itself while it works. */
    private static void takeAll(List<Connection> all) throws SQLException {
        try {
            for (int i = 0; i < POOL; i++) {
                all.add(program.getBean(HikariDataSource.class).getConnection());
            }
        } catch (SQLTransientConnectionException noneIsLeft) {
            assertThat(all).hasSizeGreaterThanOrEqualTo(POOL - 2);
        }
    }

    private static void assertReadTracedAndSecured(RawCaller.Answer answer, String id) {
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example.com");
        assertThat(answer.header("X-Request-ID")).isEqualTo(id);
        assertThat(answer.header("X-Response-Time")).endsWith("ms");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).isNotBlank();
    }

    private static void awaitCounted(String endpoint, int status) {
        String line = "http_requests_total{endpoint=\"%s\",method=\"GET\",status=\"%d\"}".formatted(endpoint, status);
        await().untilAsserted(() ->
                assertThat(raw().get("/metrics").body().lines()).anyMatch(metric -> metric.startsWith(line)));
    }

    private static Answer start(String body) {
        return caller().send(HttpMethod.POST, "/simulate/start", body, headers -> {});
    }

    private static Caller caller() {
        return new Caller(port);
    }

    private static RawCaller raw() {
        return new RawCaller(port);
    }
}
