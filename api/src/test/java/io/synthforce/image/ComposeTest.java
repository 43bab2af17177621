package io.synthforce.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
    void pinsEveryImageThatItDoesNotBuild() {
        assertThat(services.properties().stream()
                        .map(Map.Entry::getValue)
                        .filter(service -> !service.has("build"))
                        .map(service -> service.path("image").asString()))
                .allMatch(image -> image.matches("[a-z/-]+:\\d+\\.\\d+[a-z0-9.-]*"));
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
