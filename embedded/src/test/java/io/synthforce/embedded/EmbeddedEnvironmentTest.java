package io.synthforce.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@ExtendWith(OutputCaptureExtension.class)
class EmbeddedEnvironmentTest {

    private static final String NO_POSTGRES = "DATABASE_URL=postgresql://elsewhere/synthforce";
    private static final String NO_REDIS = "REDIS_URL=redis://elsewhere:6379/0";
    private static final String NO_TEMPORAL = "TEMPORAL_ADDRESS=elsewhere:7233";
    private static final String NO_MODEL = "GROQ_API_KEY2=gsk-not-a-key";
    private static final String IN_PROCESS = "TEMPORAL_CLI=none";

    @TempDir
    Path directory;

    @Test
    void setsTheVariablesOfThePartsThatAreUnset(CapturedOutput output) {
        try (var context = run(NO_POSTGRES, NO_MODEL, IN_PROCESS, "REDIS_URL=")) {
            var environment = context.getEnvironment();
            assertThat(environment.getProperty("DATABASE_URL")).isEqualTo("postgresql://elsewhere/synthforce");
            assertThat(environment.getProperty("REDIS_URL")).startsWith("redis://127.0.0.1:");
            assertThat(environment.getProperty("TEMPORAL_ADDRESS")).startsWith("127.0.0.1:");
            assertThat(environment.getProperty("synthforce.embedded.parts")).isEqualTo("redis,temporal(in-process)");
            assertThat(environment.getProperty("SYNTHFORCE_MODEL_SCRIPTED")).isNull();
            assertThat(directory.resolve("postgres")).doesNotExist();
            assertThat(output).contains("Embedded     redis, temporal(in-process)", directory.toString());
        }
    }

    @Test
    void startsAndLocksNothingWhenEverythingIsElsewhere(CapturedOutput output) {
        try (var context = run(NO_POSTGRES, NO_REDIS, NO_TEMPORAL, NO_MODEL)) {
            assertThat(context.getEnvironment().getProperty("synthforce.embedded.parts"))
                    .isEmpty();
            assertThat(directory).isEmptyDirectory();
            assertThat(output).contains("nothing, all parts are elsewhere");
        }
    }

    @Test
    void withoutAKeyTheModelIsScriptedAndSaysSo(CapturedOutput output) throws Exception {
        try (var context = run(NO_POSTGRES, NO_REDIS, NO_TEMPORAL)) {
            var environment = context.getEnvironment();
            assertThat(environment.getProperty("SYNTHFORCE_MODEL_SCRIPTED")).isEqualTo("true");
            assertThat(environment.getProperty("synthforce.embedded.parts")).isEqualTo("scripted-model");
            var models = HttpRequest.newBuilder(URI.create(environment.getProperty("GROQ_BASE_URL") + "/models"))
                    .build();
            try (var client = HttpClient.newHttpClient()) {
                assertThat(client.send(models, BodyHandlers.ofString()).statusCode())
                        .isEqualTo(200);
            }
            assertThat(output).contains("SCRIPTED: no model was asked");
            assertThat(directory).isEmptyDirectory();
        }
    }

    @Test
    void isSkippedOnRequest() {
        try (var context = run("synthforce.embedded.enabled=false")) {
            assertThat(context.getEnvironment().getProperty("REDIS_URL")).isNull();
            assertThat(directory).isEmptyDirectory();
        }
    }

    @Test
    void partsStopAfterTheLastBean() throws Exception {
        var context = run(NO_POSTGRES, NO_MODEL, NO_TEMPORAL);
        var redis = Fixtures.children(directory).getFirst();
        Watched.seen.clear();
        Watched.redis = redis;

        context.close();

        assertThat(Watched.seen).containsExactly(true);
        assertThat(Ending.isThere(redis)).isFalse();
        run(NO_POSTGRES, NO_MODEL, NO_TEMPORAL).close();
    }

    @Test
    void partsStopWhenTheApplicationFails() throws Exception {
        assertThatThrownBy(() -> run(NO_POSTGRES, NO_MODEL, NO_TEMPORAL, "fail=true"))
                .hasStackTraceContaining("told to fail");

        assertThat(Files.readString(directory.resolve("children.json"))).isEqualToIgnoringWhitespace("[]");
        assertThat(Fixtures.processesOf(directory)).isEmpty();
    }

    @Test
    void partsStopWhenTheApplicationFailsBeforeItHasBeans() {
        var application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> {
                    throw new IllegalStateException("too early");
                });

        assertThatThrownBy(() -> application.run(arguments(NO_POSTGRES, NO_MODEL, NO_TEMPORAL)))
                .hasMessage("too early");

        assertThat(directory.resolve("redis")).exists();
        assertThat(Fixtures.processesOf(directory)).isEmpty();
    }

    @Test
    void whatKeepsThemFromStartingIsToldWithoutAStackTrace(CapturedOutput output) {
        try (var holder = EmbeddedParts.start(directory, Fixtures.only(Part.REDIS))) {
            assertThat(holder.addresses()).isNotEmpty();
            assertThatThrownBy(() -> run(NO_POSTGRES, NO_MODEL, NO_TEMPORAL)).isInstanceOf(EmbeddedFailure.class);
        }
        assertThat(output)
                .contains("APPLICATION FAILED TO START", "is in use by another synthforce", "Stop that one")
                .doesNotContain("\tat ");
    }

    private ConfigurableApplicationContext run(String... properties) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .run(arguments(properties));
    }

    private String[] arguments(String... properties) {
        return Stream.concat(Stream.of("SYNTHFORCE_DATA_DIR=" + directory), Arrays.stream(properties))
                .map(property -> "--" + property)
                .toArray(String[]::new);
    }

    static final class Watched implements DisposableBean {

        static final List<Boolean> seen = new ArrayList<>();
        static ProcessHandle redis = ProcessHandle.current();

        @Override
        public void destroy() {
            seen.add(redis.isAlive());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Application {

        @Bean
        Watched watched(Environment environment) {
            if (environment.getProperty("fail", Boolean.class, false)) {
                throw new IllegalStateException("told to fail");
            }
            return new Watched();
        }
    }
}
