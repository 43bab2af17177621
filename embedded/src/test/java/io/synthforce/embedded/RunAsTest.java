package io.synthforce.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunAsTest {

    @Test
    void rootWithoutNamespacesLetsNobodyRunPostgresAndKeepsToThat(@TempDir Path temporary) throws Exception {
        assumeTrue(RunAs.isRoot(), "not run as root");
        assumeTrue(SearchPath.find("setpriv").isPresent(), "no setpriv");
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx-----x"));
        var directory = Files.createDirectory(temporary.resolve("data")).toRealPath();
        var path = Files.createDirectory(temporary.resolve("path"));
        for (var program : List.of("sh", "setsid", "setpriv", "true")) {
            Files.createSymbolicLink(
                    path.resolve(program), SearchPath.find(program).orElseThrow());
        }

        var holder = Fixtures.holder(
                directory,
                Map.of("PATH", path.toString()),
                EmbeddedOptions.IN_PROCESS,
                directory.resolve("bin").toString());
        assertThat(Files.getAttribute(directory.resolve("postgres"), "unix:uid"))
                .isEqualTo(65534);
        holder.destroyForcibly().waitFor();

        var options = EmbeddedOptions.only(Part.POSTGRESQL);
        try (var parts = EmbeddedParts.start(directory, options)) {
            assertThat(parts.remarks()).hasSize(2);
            assertThat(Fixtures.noted(parts)).isEqualTo("before the kill");
        }
        assertThat(Fixtures.processesOf(directory)).isEmpty();
    }
}
