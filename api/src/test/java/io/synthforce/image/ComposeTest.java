package io.synthforce.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ComposeTest {

    private static JsonNode services;

    @BeforeAll
    static void read() throws IOException {
        Object compose = new Yaml().load(Files.readString(Checkout.COMPOSE));
        services = new JsonMapper().valueToTree(compose).path("services");
    }

    @Test
    void runsTheWholeStack() {
        assertThat(services.propertyNames()).contains("api", "worker", "postgres", "redis", "temporal", "temporal-ui");
    }

    @Test
    void publishesOnThisMachineOnly() {
        assertThat(ports()).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void pinsEveryImageThatItPullsOrBuildsOn() throws IOException {
        Stream<String> pulled = services.properties().stream()
                .map(Map.Entry::getValue)
                .filter(service -> !service.has("build"))
                .map(service -> service.path("image").asString());
        Stream<String> builtOn = Pattern.compile("(?m)^FROM (\\S+)")
                .matcher(Files.readString(Checkout.DOCKERFILE))
                .results()
                .map(from -> from.group(1));

        assertThat(Stream.concat(pulled, builtOn))
                .hasSizeGreaterThan(2)
                .allMatch(image -> image.matches("[a-z/-]+:\\d+\\.\\d+[a-z0-9._-]*"));
    }

    @Test
    void looksAfterEveryServiceThatStays() {
        assertThat(services.properties().stream()
                        .filter(service -> !service.getValue().has("build"))
                        .filter(service ->
                                service.getValue().path("restart").asString().equals("unless-stopped")))
                .allSatisfy(service -> assertThat(service.getValue().has("healthcheck"))
                        .as(service.getKey())
                        .isTrue());
        assertThat(Checkout.DOCKERFILE).content().contains("HEALTHCHECK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GROQ_API_KEY",
                "GROQ_API_KEY1",
                "GROQ_API_KEY2",
                "GROQ_API_KEY3",
                "GROQ_BASE_URL",
                "GROQ_MODEL",
                "API_TOKEN"
            })
    void passesOnWhatIsSetBesideTheCommand(String variable) {
        assertThat(Stream.of("api", "worker").map(services::path))
                .allSatisfy(service -> assertThat(
                                service.path("environment").path(variable).asString())
                        .isEqualTo("${%s:-}".formatted(variable)));
    }

    @Test
    void letsNoPageInByANameOfItsOwn() {
        JsonNode environment = services.path("api").path("environment");

        assertThat(environment.path("HOST").asString()).isEqualTo("0.0.0.0");
        assertThat(environment.path("ALLOWED_HOSTS").asString()).isEqualTo("${ALLOWED_HOSTS:-localhost}");
    }

    @Test
    void waitsForWhatAServiceNeeds() {
        assertThat(services.properties().stream()
                        .flatMap(service -> service.getValue().path("depends_on").properties().stream()))
                .isNotEmpty()
                .allSatisfy(need -> {
                    var condition = need.getValue().path("condition").asString();
                    assertThat(condition).isIn("service_healthy", "service_completed_successfully");
                    if (condition.equals("service_healthy")) {
                        assertThat(services.path(need.getKey()).has("healthcheck"))
                                .as(need.getKey())
                                .isTrue();
                    }
                });
    }

    @Test
    void givesTheServiceNoMoreThanItNeeds() {
        assertThat(Stream.of("api", "worker").map(services::path)).allSatisfy(service -> {
            assertThat(service.path("read_only").asBoolean()).isTrue();
            assertThat(service.path("cap_drop").path(0).asString()).isEqualTo("ALL");
            assertThat(service.path("security_opt").path(0).asString()).isEqualTo("no-new-privileges:true");
        });
        assertThat(Checkout.DOCKERFILE).content().containsPattern("(?m)^USER [1-9]");
    }

    @Test
    void providesEveryPartThatTheImageLeavesOut() {
        assertThat(services.path("worker").path("environment").propertyNames())
                .contains("DATABASE_URL", "REDIS_URL", "TEMPORAL_ADDRESS");
    }

    private static Stream<String> ports() {
        return services.properties().stream()
                .flatMap(service -> service.getValue().path("ports").valueStream())
                .map(JsonNode::asString);
    }
}
