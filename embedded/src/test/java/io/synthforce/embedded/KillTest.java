package io.synthforce.embedded;

import static io.synthforce.embedded.Fixtures.children;
import static io.synthforce.embedded.Fixtures.noted;
import static io.synthforce.embedded.Fixtures.processesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {

    private static final EmbeddedOptions PERSISTENT =
            Fixtures.only(Part.POSTGRESQL, Part.REDIS, Part.TEMPORAL).temporalInProcess();

    @TempDir
    Path temporary;

    Path directory;

    @BeforeEach
    void prepare() throws Exception {
        directory = Files.createDirectory(temporary.resolve("data")).toRealPath();
    }

    @Test
    void aStartAfterAKillEndsWhatOutlivedItAndFindsTheData() throws Exception {
        Fixtures.holder(directory).destroyForcibly().waitFor();
        var orphans = children(directory);
        assertThat(orphans).hasSize(2).allMatch(ProcessHandle::isAlive);

        try (var parts = EmbeddedParts.start(directory, PERSISTENT)) {
            assertThat(orphans).noneMatch(Ending::isThere);
            assertThat(parts.remarks())
                    .containsExactly(
                            "Ended postgresql (pid %d), left behind by an earlier start."
                                    .formatted(orphans.get(0).pid()),
                            "Ended redis (pid %d), left behind by an earlier start."
                                    .formatted(orphans.get(1).pid()));
            assertThat(noted(parts)).isEqualTo("before the kill");
        }
        assertThat(processesOf(directory)).isEmpty();
    }

    @Test
    void aServerKilledAlongWithItsParentIsRecovered() throws Exception {
        var holder = Fixtures.holder(directory);
        var orphans = children(directory);
        holder.destroyForcibly().waitFor();
        orphans.forEach(ProcessHandle::destroyForcibly);
        await().until(() -> processesOf(directory).isEmpty());

        try (var parts = EmbeddedParts.start(directory, PERSISTENT)) {
            assertThat(noted(parts)).isEqualTo("before the kill");
        }
    }

    @Test
    void aPostgresThatMissedTheRecordIsEndedByItsOwnLockFile() throws Exception {
        Fixtures.holder(directory).destroyForcibly().waitFor();
        var orphans = children(directory);
        Files.delete(directory.resolve("children.json"));

        try (var parts = EmbeddedParts.start(directory, Fixtures.only(Part.POSTGRESQL))) {
            assertThat(parts.remarks()).singleElement().asString().startsWith("Ended postgresql");
            assertThat(noted(parts)).isEqualTo("before the kill");
        } finally {
            orphans.forEach(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void aPostgresLockFileWithTheNumberOfAStrangerDoesNotStopTheStart() throws Exception {
        EmbeddedParts.start(directory, Fixtures.only(Part.POSTGRESQL)).close();
        var stranger = new ProcessBuilder("sleep", "60").start();
        var lock = "%d\n%s\n%d\n".formatted(stranger.pid(), directory.resolve("postgres"), 1_700_000_000);
        Files.writeString(directory.resolve("postgres").resolve("postmaster.pid"), lock);

        try (var parts = EmbeddedParts.start(directory, Fixtures.only(Part.POSTGRESQL))) {
            assertThat(parts.remarks()).isEmpty();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aStrangerThatGotTheNumberOfAChildIsLeftAlone() throws Exception {
        var stranger = new ProcessBuilder("sleep", "60").start();
        var started = stranger.info().startInstant().orElseThrow();
        record(stranger.pid(), started.toString(), directory.resolve("redis/redis.conf"));

        try (var parts = EmbeddedParts.start(directory, Fixtures.only(Part.REDIS))) {
            assertThat(parts.remarks()).isEmpty();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aProcessOnTheDataThatBeganAtAnotherTimeIsNamedAndLeftAlone() throws Exception {
        var mark = directory.resolve("redis/redis.conf");
        var stranger = new ProcessBuilder("sh", "-c", "read line", mark.toString()).start();
        record(stranger.pid(), "2026-01-01T00:00:00Z", mark);

        assertThatThrownBy(() -> EmbeddedParts.start(directory, Fixtures.only(Part.REDIS)))
                .isInstanceOf(EmbeddedFailure.class)
                .hasMessageContaining("Process %d uses %s", stranger.pid(), mark)
                .hasMessageContaining("left alone. End it by hand, then start again.");

        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    private void record(long pid, String started, Path mark) throws Exception {
        Files.writeString(directory.resolve("children.json"), """
                [{"name": "redis", "pid": %d, "started": "%s", "mark": "%s", "ending": "TERMINATE", "command": []}]
                """.formatted(pid, started, mark));
    }
}
