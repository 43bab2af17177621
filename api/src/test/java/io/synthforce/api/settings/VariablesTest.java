package io.synthforce.api.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One row per variable: what it may hold and what it may not. A variable without a row fails the test. */
class VariablesTest {

    private static final Path ROOT = Path.of(System.getProperty("user.dir")).getParent();

    /** In order: right values, then wrong ones; a numeric range is given by its ends. */
    private static final List<Row> TABLE = List.of(
            row("SYNTHFORCE_ROLES").takes("api", "worker", "api,worker").refuses("cook", "api,", "API"),
            row("PORT").takes("0", "65535").refuses("-1", "65536", "http", "80.5"),
            row("HOST").takes("127.0.0.1", "0.0.0.0", "localhost").refuses("192.0.2.1", "no.such.host.invalid"),
            row("LOG_LEVEL").takes("debug", "WARNING", "CRITICAL").refuses("LOUD"),
            row("CORS_ORIGINS")
                    .takes("http://localhost:3000,https://app.example.com")
                    .refuses("localhost:3000"),
            row("ALLOWED_HOSTS")
                    .takes("localhost", "synthforce.internal, 10.0.0.7", "[fd00::7]")
                    .refuses("http://app", "app:8000", "*", "app,"),
            row("API_TOKEN").takes("0123456789abcdef").refuses("short", "two words of 16 characters"),
            row("METRICS_ENABLED").takes("true", "no").refuses("maybe"),
            row("RATE_LIMIT_ENABLED").takes("false", "1").refuses("maybe"),
            row("RATE_LIMIT_REQUESTS").takes("1", "10000").refuses("0", "10001"),
            row("RATE_LIMIT_WINDOW").takes("1", "3600").refuses("0", "3601"),
            row("TRUSTED_PROXIES").takes("0", "10").refuses("-1", "11"),
            row("JSON_LOGS").takes("true", "0", "Yes").refuses("maybe"),
            row("DEBUG").takes("true", "off").refuses("2"),
            row("APP_NAME").takes("Synthetic Workforce Simulator").refuses(" "),
            row("API_VERSION").takes("v1").refuses(" "),
            row("ENVIRONMENT").takes("production").refuses(" "),
            row("WORKERS").takes("1", "4").refuses("0", "many"),
            row("SECRET_KEY").takes("anything at all"),
            row("SYNC_TIMEOUT").takes("90", "600s", "10m").refuses("0", "-5s", "soon"),
            row("SYNTHFORCE_DATA_DIR").takes(".synthforce").refuses(" "),
            row("DATABASE_URL")
                    .takes(
                            "postgresql://user:p%40ss@db:5432/synthforce?sslmode=require",
                            "postgresql+asyncpg://postgres:postgres@localhost:5432/workforce_simulator",
                            "postgres://db/synthforce",
                            "jdbc:postgresql://db/synthforce")
                    .refuses("mysql://db/synthforce", "db:5432"),
            row("DB_POOL_MIN").takes("1", "50").refuses("0", "51"),
            row("DB_POOL_MAX").takes("5", "100").refuses("4", "101"),
            row("DB_POOL_TIMEOUT").takes("5", "120").refuses("4", "121", "30s"),
            row("DB_ECHO").takes("false", "on").refuses("loud"),
            row("REDIS_URL")
                    .takes("redis://redis:6379/0", "rediss://:secret@redis")
                    .refuses("http://redis"),
            row("REDIS_MAX_CONNECTIONS").takes("1", "10").refuses("0", "ten"),
            row("REDIS_DECODE_RESPONSES").takes("true", "false").refuses("utf-8"),
            row("TEMPORAL_ADDRESS").takes("temporal:7233", "[::1]:7233").refuses("temporal", "temporal:70000"),
            row("TEMPORAL_NAMESPACE").takes("default", "team.a1b2c").refuses(" "),
            row("TEMPORAL_API_KEY").takes("eyJhbGciOi.x-y_z").refuses("two words"),
            row("TEMPORAL_TLS").takes("true", "false").refuses("mutual"),
            row("TEMPORAL_TLS_SERVER_NAME").takes("team.a1b2c.tmprl.cloud").refuses(" "),
            row("TEMPORAL_TLS_SERVER_CA_CERT_PATH").takes("pom.xml").refuses("no/such/file", "src"),
            row("TEMPORAL_TLS_CLIENT_CERT_PATH").takes("pom.xml").refuses("no/such/file", "src"),
            row("TEMPORAL_TLS_CLIENT_KEY_PATH").takes("pom.xml").refuses("no/such/file", "src"),
            row("TEMPORAL_UI_URL").takes("http://temporal:8080").refuses("temporal:8080"),
            row("GROQ_BASE_URL").takes("https://api.groq.com/openai/v1").refuses("api.groq.com"),
            row("LLM_BASE_URL").takes("http://127.0.0.1:9/openai/v1").refuses("api.groq.com"),
            row("GROQ_API_KEY").takes("gsk_1").refuses("gsk 1"),
            row("GROQ_API_KEY1").takes("gsk_1").refuses("gsk 1"),
            row("GROQ_API_KEY2").takes("gsk_1").refuses("gsk 1"),
            row("GROQ_API_KEY3").takes("gsk_1").refuses("gsk 1"),
            row("GROQ_MODEL").takes("openai/gpt-oss-120b").refuses(" "),
            row("GROQ_FALLBACK_MODELS").takes("openai/gpt-oss-20b", "a, b").refuses("a,,b", ","),
            row("GROQ_STRUCTURED_OUTPUT")
                    .takes("auto", "strict", "json", "Prompt")
                    .refuses("xml"),
            row("GROQ_REASONING_EFFORT")
                    .takes("low", "medium", "high", "none", "default")
                    .refuses("hard", "LOW"),
            row("PRICES_FILE").takes("pom.xml").refuses("no/such/file", "src"),
            row("GROQ_LIMITS")
                    .takes("none", "rpm=30", "rpm=30, tpm=8000,rpd=1000,tpd=200000")
                    .refuses("30", "rpm=0", "rpm=30,", "tps=1"),
            row("GROQ_ORGANISATIONS").takes("acme", "acme,acme,lab").refuses("acme,,lab"),
            row("GROQ_WHAT_IF_TIER").takes("flex", "on_demand", "auto").refuses("slow"),
            row("GROQ_TEMPERATURE").takes("0", "2", "0.7").refuses("-0.1", "2.1", "warm", "NaN"),
            row("GROQ_TIMEOUT").takes("5", "120").refuses("4", "121"),
            row("GROQ_MAX_RETRIES").takes("1", "10").refuses("0", "11"),
            row("GROQ_MAX_TOKENS").takes("1", "32768").refuses("0", "32769"),
            row("MAX_SIMULATION_TURNS").takes("1", "500").refuses("0", "501"),
            row("MAX_CONCURRENT_SIMULATIONS").takes("1", "100").refuses("0", "101"),
            row("SESSION_TIMEOUT_MINUTES").takes("5", "1440").refuses("4", "1441"),
            row("MEMORY_RETENTION_DAYS").takes("1", "365").refuses("0", "366"));

    private record Row(String variable, List<String> right, List<String> wrong) {

        Row takes(String... values) {
            return new Row(variable, List.of(values), wrong);
        }

        Row refuses(String... values) {
            return new Row(variable, right, List.of(values));
        }

        @Override
        public String toString() {
            return variable;
        }
    }

    private static Row row(String variable) {
        return new Row(variable, List.of(), List.of());
    }

    static Stream<Row> table() {
        return TABLE.stream();
    }

    @ParameterizedTest
    @MethodSource("table")
    void takes_what_can_be_meant_and_refuses_the_rest_by_name(Row row) {
        Variable variable = variable(row.variable());

        assertThat(row.right())
                .isNotEmpty()
                .allSatisfy(value -> assertThat(variable.complaint(value)).isEmpty());
        assertThat(row.wrong())
                .allSatisfy(value -> assertThat(variable.complaint(value))
                        .hasValueSatisfying(complaint -> assertThat(complaint).startsWith(row.variable() + " ")));
    }

    @Test
    void no_variable_is_left_out() {
        Map<String, Row> rows = TABLE.stream().collect(java.util.stream.Collectors.toMap(Row::variable, row -> row));

        assertThat(Variables.ALL.stream().map(Variable::name)).allMatch(rows::containsKey, "has a row here");
    }

    @ParameterizedTest
    @MethodSource("table")
    void is_in_the_readme_and_in_the_example_file(Row row) throws IOException {
        String name = row.variable().matches("GROQ_API_KEY\\d") ? "GROQ_API_KEY" : row.variable();

        assertThat(Files.readString(ROOT.resolve("README.md"))).contains("`" + name + "`");
        assertThat(Files.readAllLines(ROOT.resolve(".env.example")))
                .anyMatch(line -> line.matches("#?" + name + "=.*"), name);
    }

    @Test
    void the_example_file_is_understood_and_passes_the_checks() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve(".env.example"));
        List<String> active = lines.stream()
                .map(line -> line.replaceFirst("^#(?=[A-Z_0-9]+=)", ""))
                .toList();
        DotEnv read = DotEnv.of(active);

        assertThat(read.complaints()).isEmpty();
        assertThat(read.values())
                .allSatisfy((name, value) -> assertThat(Variables.ALL.stream()
                                .filter(variable -> variable.name().equals(name) && !name.matches(".*_(PATH|FILE)"))
                                .map(variable -> variable.complaint(value).orElse(null))
                                .filter(Objects::nonNull))
                        .isEmpty());
    }

    private static Variable variable(String name) {
        return Variables.ALL.stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not checked"));
    }
}
