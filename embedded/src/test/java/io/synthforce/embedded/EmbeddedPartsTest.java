package io.synthforce.embedded;

import static io.synthforce.embedded.Fixtures.ask;
import static io.synthforce.embedded.Fixtures.note;
import static io.synthforce.embedded.Fixtures.noted;
import static io.synthforce.embedded.Fixtures.processesOf;
import static io.synthforce.embedded.Fixtures.redis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPartsTest {

    private static final EmbeddedOptions PERSISTENT =
            Fixtures.only(Part.POSTGRESQL, Part.REDIS, Part.TEMPORAL).temporalInProcess();

    @TempDir
    Path temporary;

    @Test
    void dataAndAddressesSurviveARestart() throws Exception {
        var directory = temporary.resolve("data");
        var first = EmbeddedParts.start(directory, PERSISTENT);
        var addresses = first.addresses();
        note(first, "first");
        redis(first, "SET bell rung");
        first.close();

        try (var second = EmbeddedParts.start(directory, PERSISTENT)) {
            assertThat(second.addresses()).isEqualTo(addresses);
            assertThat(noted(second)).isEqualTo("first");
            assertThat(redis(second, "GET bell")).contains("rung");
            assertThat(second.remarks()).isEmpty();
        }
    }

    @Test
    void stopLeavesNoProcessAndNoAddressesBehind() {
        var parts = EmbeddedParts.start(temporary, PERSISTENT);
        assertThat(processesOf(temporary)).isNotEmpty();

        parts.close();
        parts.close();

        assertThat(processesOf(temporary)).isEmpty();
        assertThat(temporary.resolve(AddressFile.NAME)).doesNotExist();
        assertThat(temporary.resolve("children.json")).content().isEqualToIgnoringWhitespace("[]");
    }

    @Test
    void aSecondStartOnALockedDirectorySaysWhoHoldsItAndWhatToDo() throws Exception {
        var directory = Files.createDirectory(temporary.resolve("data")).toRealPath();
        var holder = Fixtures.holder(directory);
        try {
            assertThatThrownBy(() -> EmbeddedParts.start(directory, PERSISTENT))
                    .isInstanceOf(EmbeddedFailure.class)
                    .hasMessage(
                            ("The data directory %1$s is in use by another synthforce (pid %2$d). Stop that one, or choose "
                                            + "another directory by SYNTHFORCE_DATA_DIR, or join it: set -a; . '%1$s/addresses.env'; "
                                            + "set +a; and start again with another PORT.")
                                    .formatted(directory, holder.pid()));
            assertThat(directory.resolve(AddressFile.NAME)).exists();
        } finally {
            holder.destroy();
            holder.waitFor();
        }
        assertThat(processesOf(directory)).isEmpty();
    }

    @Test
    void aDirectoryCannotBeClaimedTwiceByOneProcessEither() {
        try (var first = EmbeddedParts.start(temporary, Fixtures.only(Part.REDIS))) {
            assertThatThrownBy(() -> EmbeddedParts.start(temporary, Fixtures.only(Part.REDIS)))
                    .hasMessageContaining(
                            "in use by another synthforce (pid %d)",
                            ProcessHandle.current().pid());
            assertThat(first.addresses()).containsKey("REDIS_URL");
        }
        EmbeddedParts.start(temporary, Fixtures.only(Part.REDIS)).close();
    }

    @Test
    void aShellCanSourceTheAddresses() throws Exception {
        var everything = Fixtures.only(Part.POSTGRESQL, Part.values()).temporalInProcess();
        try (var parts = EmbeddedParts.start(temporary, everything.namespace("team-a"))) {
            var file = temporary.resolve(AddressFile.NAME);
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));

            var shell = new ProcessBuilder("sh", "-c", "set -a; . '" + file + "'; set +a; env").start();
            var environment = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines();

            assertThat(parts.addresses())
                    .containsOnlyKeys(
                            "DATABASE_URL",
                            "REDIS_URL",
                            "TEMPORAL_ADDRESS",
                            "TEMPORAL_NAMESPACE",
                            "GROQ_BASE_URL",
                            "SYNTHFORCE_MODEL_SCRIPTED")
                    .containsEntry("TEMPORAL_NAMESPACE", "team-a");
            assertThat(environment)
                    .containsAll(parts.addresses().entrySet().stream()
                            .map(address -> address.getKey() + "=" + address.getValue())
                            .toList());
        }
    }

    @Test
    void whatPostgresAcknowledgesIsOnDisk() throws Exception {
        try (var parts = EmbeddedParts.start(temporary, Fixtures.only(Part.POSTGRESQL))) {
            assertThat(ask(parts, "show fsync")).isEqualTo("on");
            assertThat(ask(parts, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(parts, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(parts, "show max_connections")).isEqualTo("200");
        }
    }

    @Test
    void postgresListensOnLoopbackForARoleThatIsNoSuperuser() throws Exception {
        try (var parts = EmbeddedParts.start(temporary, Fixtures.only(Part.POSTGRESQL))) {
            assertThat(ask(parts, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(parts, "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            assertThat(ask(parts, "select datcollate || datlocale from pg_database where datname = 'synthforce'"))
                    .isEqualTo("CC.UTF-8");
            var url = parts.addresses().get("DATABASE_URL");
            assertThatThrownBy(() -> DriverManager.getConnection(
                            url.replace("postgresql://synthforce@", "jdbc:postgresql://"), "postgres", ""))
                    .hasMessageContaining("no pg_hba.conf entry");
        }
    }

    @Test
    void aLongPathWithBlanksIsAsGoodAsAnother() throws Exception {
        var directory =
                temporary.resolve("a folder of \"mine\" ".repeat(6).strip()).resolve("x".repeat(100));
        try (var parts = EmbeddedParts.start(directory, PERSISTENT)) {
            note(parts, "deep");
            assertThat(redis(parts, "PING")).contains("PONG");
            assertThat(parts.addresses()).hasSize(4);
        }
        assertThat(processesOf(directory)).isEmpty();
    }

    @Test
    void aPartThatCannotStartTakesTheOthersWithIt() throws Exception {
        Files.writeString(Files.createDirectory(temporary.resolve("redis")).resolve("dump.rdb"), "no snapshot at all");

        assertThatThrownBy(() -> EmbeddedParts.start(temporary, PERSISTENT))
                .isInstanceOf(EmbeddedFailure.class)
                .hasMessageContaining("The embedded redis ended with exit code")
                .hasMessageContaining("redis.log")
                .hasMessageContaining("REDIS_URL");

        assertThat(processesOf(temporary)).isEmpty();
        EmbeddedParts.start(temporary, Fixtures.only(Part.POSTGRESQL)).close();
    }
}
