package io.synthforce.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * The files of a PostgreSQL, born whole: they are made beside their place, with role and database, and renamed, so that a kill
 * in the middle leaves nothing half made.
 *
 * @param prefix what to put before the command of a server for these files
 */
record PostgresCluster(Path directory, List<String> prefix) {

    /** The role is no superuser: everyone on this machine can reach the port, and a superuser could run programs as us. */
    private static final String FIRST_STATEMENTS = """
            CREATE ROLE synthforce LOGIN CREATEDB;
            CREATE DATABASE synthforce OWNER synthforce;
            """;

    private static final String WHO_MAY_CONNECT = "host all synthforce 127.0.0.1/32 trust\n";

    static PostgresCluster in(DataDirectory data, PostgresBinaries binaries, Children children, Path log) {
        var directory = data.resolve("postgres");
        try {
            var runAs = RunAs.forFilesIn(directory);
            if (!Files.exists(directory.resolve("PG_VERSION"))) {
                var draft = data.resolve("postgres.new");
                FileSystemUtils.deleteRecursively(draft);
                Files.createDirectory(draft);
                runAs.own(draft);
                create(draft, binaries, runAs.prefix(), children, log);
                Files.move(draft, directory, StandardCopyOption.REPLACE_EXISTING);
            }
            runAs.own(directory);
            return new PostgresCluster(directory, runAs.prefix());
        } catch (IOException e) {
            throw new EmbeddedFailure(
                    "The PostgreSQL data directory %s cannot be prepared (%s).".formatted(directory, e),
                    "Make room or move away what is in its place, or set DATABASE_URL.",
                    e);
        }
    }

    private static void create(Path draft, PostgresBinaries binaries, List<String> prefix, Children children, Path log)
            throws IOException {
        var initdb = binaries.command(
                prefix,
                "initdb",
                "-D",
                draft.toString(),
                "--username=postgres",
                "--auth=reject",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
        var single = binaries.command(prefix, "postgres", "--single", "-D", draft.toString(), "postgres");
        var made = children.succeeds(launch(initdb, draft, log), "")
                && children.succeeds(launch(single, draft, log), FIRST_STATEMENTS);
        if (!made || Files.readString(log).contains("ERROR:")) {
            throw new EmbeddedFailure(
                    "PostgreSQL cannot make its data directory. The end of %s:%n%s"
                            .formatted(log, Launch.lastWords(log)),
                    "Choose another place by SYNTHFORCE_DATA_DIR, or set DATABASE_URL to use another PostgreSQL.");
        }
        Files.writeString(draft.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
    }

    private static Launch launch(List<String> command, Path directory, Path log) {
        return new Launch("postgresql", command, directory.toString(), Ending.FAST_SHUTDOWN, log);
    }

    Launch server(List<String> command, Path log) {
        return launch(command, directory, log);
    }

    /**
     * Makes way for a new server after a kill: one that was not on record but names this directory as its own is ended, and a
     * lock file whose process is gone, or has become another program, is removed, as PostgreSQL itself only looks at the number.
     */
    Optional<String> endOrphan() {
        var lock = lines();
        if (lock.size() < 3) {
            return Optional.empty();
        }
        var pid = Long.parseLong(lock.get(0).strip());
        var started = Instant.ofEpochSecond(Long.parseLong(lock.get(2).strip()));
        var server = ProcessHandle.of(pid)
                .filter(Ending::isThere)
                .filter(process -> Child.hasArgument(process, directory.toString()));
        if (server.isEmpty()) {
            removeLock();
            return Optional.empty();
        }
        if (!wrote(server.get(), started) || !Ending.FAST_SHUTDOWN.end(server.get())) {
            throw new EmbeddedFailure(
                    "A PostgreSQL that this start cannot identify or end uses %s (pid %d).".formatted(directory, pid),
                    "End it by hand, then start again.");
        }
        removeLock();
        return Optional.of("Ended postgresql (pid %d), left behind by an earlier start.".formatted(pid));
    }

    /** The time in the lock file is when PostgreSQL got to write it, on a busy machine well after its process began. */
    private static boolean wrote(ProcessHandle server, Instant lockTime) {
        return server.info()
                .startInstant()
                .filter(began -> began.isAfter(lockTime.minusSeconds(60)) && began.isBefore(lockTime.plusSeconds(2)))
                .isPresent();
    }

    /** PostgreSQL writes this line when it takes connections. */
    boolean isReady(Process server) {
        var lock = lines();
        return lock.size() > 7
                && lock.get(0).strip().equals(Long.toString(server.pid()))
                && lock.get(7).strip().equals("ready");
    }

    private List<String> lines() {
        try {
            return Files.exists(lock()) ? Files.readAllLines(lock()) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void removeLock() {
        try {
            Files.deleteIfExists(lock());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path lock() {
        return directory.resolve("postmaster.pid");
    }
}
