package io.synthforce.api.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class CheckedEnvironmentTest {

    private final MockEnvironment environment = new MockEnvironment();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    SYNTHFORCE_ROLES    | api,cook              | names "cook", which does not exist
                    SYNTHFORCE_ROLES    | ,                     | names "", which does not exist
                    PORT                | http                  | is "http", which is not a whole number
                    PORT                | 65536                 | is 65536, which is not from 0 to 65535
                    PORT                | -1                    | is -1, which is not from 0 to 65535
                    HOST                | no.such.host.invalid  | is "no.such.host.invalid", which is not known as a host
                    HOST                | 192.0.2.1             | is "192.0.2.1", which is not an address of this machine
                    LOG_LEVEL           | LOUD                  | is "LOUD", which does not exist
                    API_TOKEN           | secret                | is shorter than 16 characters
                    API_TOKEN           | a secret with spaces  | holds a character that no token has
                    RATE_LIMIT_ENABLED  | maybe                 | is "maybe", which is not a yes or no
                    RATE_LIMIT_REQUESTS | 0                     | is 0, which is not from 1 to 10000
                    RATE_LIMIT_REQUESTS | 10001                 | is 10001, which is not from 1 to 10000
                    RATE_LIMIT_WINDOW   | 0                     | is 0, which is not from 1 to 3600
                    RATE_LIMIT_WINDOW   | 3601                  | is 3601, which is not from 1 to 3600
                    TRUSTED_PROXIES     | many                  | is "many", which is not a whole number
                    CORS_ORIGINS        | *                     | names "*", which is not an origin as browsers send it
                    CORS_ORIGINS        | http://a,https://b/   | names "https://b/", which is not an origin as browsers send it
                    SYNC_TIMEOUT        | soon                  | is "soon", which is not a time
                    SYNC_TIMEOUT        | 0                     | is "0", which is no time at all
                    SYNTHFORCE_DATA_DIR | ~ ~                   | is blank
                    DATABASE_URL        | mysql://u:secret@h/d  | is not an address that begins with postgres://
                    REDIS_URL           | http://secret@h       | is not an address that begins with redis://
                    REDIS_URL           | redis://              | is not an address that begins with redis://
                    TEMPORAL_ADDRESS    | temporal              | is "temporal", which is not host:port
                    TEMPORAL_ADDRESS    | temporal:99999        | is "temporal:99999", which is not host:port
                    GROQ_BASE_URL       | api.groq.com          | is not an address that begins with http://
                    GROQ_API_KEY        | gsk with spaces       | holds a character that no key has
                    GROQ_TIMEOUT        | 4                     | is 4, which is not from 5 to 120
                    GROQ_TIMEOUT        | 121                   | is 121, which is not from 5 to 120
                    GROQ_MAX_TOKENS     | 0                     | is 0, which is not from 1 to 32768
                    GROQ_MAX_TOKENS     | 32769                 | is 32769, which is not from 1 to 32768""")
    void a_wrong_value_is_named_with_what_is_wrong_and_what_to_set(String variable, String value, String fault) {
        environment.setProperty(variable, value);

        assertThatThrownBy(this::check)
                .isInstanceOf(Misconfigured.class)
                .hasMessageStartingWith(variable + " " + fault + ": ")
                .hasMessageEndingWith(".")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SYNTHFORCE_ROLES | worker
                    SYNTHFORCE_ROLES | api, worker
                    PORT             | 0
                    HOST             | 0.0.0.0
                    HOST             | localhost
                    HOST             | ::1
                    LOG_LEVEL        | warning
                    API_TOKEN           | 0123456789abcdef
                    RATE_LIMIT_ENABLED  | False
                    RATE_LIMIT_REQUESTS | 10000
                    RATE_LIMIT_WINDOW   | 3600
                    TRUSTED_PROXIES     | 1
                    CORS_ORIGINS     | http://localhost:3000, https://app.example.com
                    SYNC_TIMEOUT     | 90
                    SYNC_TIMEOUT     | 10m
                    DATABASE_URL     | postgresql://user:p%40ss@db:5432/synthforce?sslmode=require
                    DATABASE_URL     | postgresql+asyncpg://postgres:postgres@localhost:5432/workforce
                    DATABASE_URL     | jdbc:postgresql://db/synthforce
                    DATABASE_URL     | postgres://a,b/synthforce
                    REDIS_URL        | rediss://:secret@redis:6380/1
                    TEMPORAL_ADDRESS | [::1]:7233
                    GROQ_BASE_URL    | http://127.0.0.1:9/openai/v1
                    GROQ_TIMEOUT     | 5
                    GROQ_MAX_TOKENS  | 32768""")
    void a_right_value_passes(String variable, String value) {
        environment.setProperty(variable, value);

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        environment.setProperty("PORT", "http");
        environment.setProperty("GROQ_TIMEOUT", "1");

        assertThatThrownBy(this::check).hasMessageContaining("PORT").hasMessageContaining("GROQ_TIMEOUT");
    }

    @Test
    void a_pool_cannot_keep_more_than_it_may_hold() {
        environment.setProperty("DB_POOL_MIN", "30");

        assertThatThrownBy(this::check)
                .hasMessageStartingWith("DB_POOL_MIN is 30, which is more than DB_POOL_MAX (20)");
    }

    @Test
    void a_client_certificate_needs_its_key() {
        environment.setProperty("TEMPORAL_ADDRESS", "temporal:7233");
        environment.setProperty("TEMPORAL_TLS_CLIENT_CERT_PATH", "pom.xml");

        assertThatThrownBy(this::check)
                .hasMessage(
                        "TEMPORAL_TLS_CLIENT_CERT_PATH is set without TEMPORAL_TLS_CLIENT_KEY_PATH: set both or neither.");
    }

    @Test
    void a_key_for_a_server_nobody_named_is_not_sent_to_the_embedded_one() {
        environment.setProperty("TEMPORAL_API_KEY", "secret");

        assertThatThrownBy(this::check)
                .hasMessageStartingWith("TEMPORAL_API_KEY is set without TEMPORAL_ADDRESS")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "no", "off", "0", "FALSE"})
    void tls_that_is_switched_off_needs_no_server(String off) {
        environment.setProperty("TEMPORAL_TLS", off);

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void tls_needs_a_server() {
        environment.setProperty("TEMPORAL_TLS", "yes");

        assertThatThrownBy(this::check).hasMessageStartingWith("TEMPORAL_TLS is set without TEMPORAL_ADDRESS");
    }

    @Test
    void every_key_has_an_organisation_or_none_has() {
        environment.setProperty("GROQ_API_KEY", "gsk_secret");
        environment.setProperty("GROQ_ORGANISATIONS", "acme,lab");

        assertThatThrownBy(this::check)
                .hasMessageStartingWith("GROQ_ORGANISATIONS names 2 organisations for 1 keys")
                .hasMessageNotContaining("gsk_secret");
    }

    @Test
    void a_port_in_use_is_told_before_anything_starts() throws IOException {
        environment.setActiveProfiles("api");
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.setProperty("server.port", String.valueOf(other.getLocalPort()));

            assertThatThrownBy(this::check)
                    .isInstanceOf(Misconfigured.class)
                    .hasMessageStartingWith(
                            "PORT is %d, where 127.0.0.1 cannot listen".formatted(other.getLocalPort()));
        }
    }

    @Test
    void a_worker_needs_no_port() throws IOException {
        environment.setActiveProfiles("worker");
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.setProperty("server.port", String.valueOf(other.getLocalPort()));

            assertThatCode(this::check).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATABASE_URL", "REDIS_URL", "TEMPORAL_ADDRESS", "GROQ_API_KEY"})
    void a_missing_part_is_named(String variable) {
        environment.setActiveProfiles("api", "worker");
        MockEnvironment others = environment
                .withProperty("DATABASE_URL", "postgresql://db/synthforce")
                .withProperty("REDIS_URL", "redis://redis")
                .withProperty("TEMPORAL_ADDRESS", "temporal:7233")
                .withProperty("GROQ_API_KEY", "gsk_1");
        others.setProperty(variable, "");

        assertThatThrownBy(() -> new MissingParts().postProcessEnvironment(others, new SpringApplication()))
                .isInstanceOf(Misconfigured.class)
                .hasMessageStartingWith(variable + " is not set and nothing is embedded in its place: set it to ");
    }

    @Test
    void only_aWorker_needs_aKey() {
        environment.setActiveProfiles("api");
        MockEnvironment parts = environment
                .withProperty("DATABASE_URL", "postgresql://db/synthforce")
                .withProperty("REDIS_URL", "redis://redis")
                .withProperty("TEMPORAL_ADDRESS", "temporal:7233");

        assertThatCode(() -> new MissingParts().postProcessEnvironment(parts, new SpringApplication()))
                .doesNotThrowAnyException();
    }

    private void check() {
        new CheckedEnvironment().postProcessEnvironment(environment, new SpringApplication());
    }
}
