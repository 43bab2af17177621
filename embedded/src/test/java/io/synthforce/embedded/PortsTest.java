package io.synthforce.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @TempDir
    Path directory;

    Path file;

    @BeforeEach
    void prepare() {
        file = directory.resolve("ports.properties");
    }

    @Test
    void arePairwiseDifferentAndTheSameNextTime() {
        var ports = Ports.rememberedIn(file);
        var redis = ports.of("redis");
        var temporal = ports.of("temporal");

        assertThat(redis).isNotEqualTo(temporal);
        assertThat(Ports.rememberedIn(file).of("temporal")).isEqualTo(temporal);
        assertThat(Ports.rememberedIn(file).of("redis")).isEqualTo(redis);
    }

    @Test
    void oneThatIsTakenIsReplacedAndTheNewOneRemembered() throws Exception {
        var before = Ports.rememberedIn(file).of("redis");
        try (var taken = new ServerSocket(before, 1, InetAddress.getLoopbackAddress())) {
            var now = Ports.rememberedIn(file).of("redis");

            assertThat(now).isNotEqualTo(taken.getLocalPort());
            assertThat(Ports.rememberedIn(file).of("redis")).isEqualTo(now);
        }
    }
}
