package io.synthforce.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The one place where embedded parts keep their data, held by a file lock for as long as this process lives. */
final class DataDirectory implements AutoCloseable {

    /** On POSIX, closing any other channel of the file drops this process's lock, so a second claim must not even open it. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Creates the directory if needed and locks it, or says which process holds it. */
    static DataDirectory claim(Path directory) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            throw new EmbeddedFailure(
                    "Embedded parts run on Linux and macOS only, not on %s.".formatted(Platform.describe()),
                    "Set DATABASE_URL, REDIS_URL and TEMPORAL_ADDRESS, or use a Linux subsystem.");
        }
        try {
            var path = create(directory.toAbsolutePath().normalize());
            if (!HELD_HERE.add(path)) {
                throw locked(path, Long.toString(ProcessHandle.current().pid()));
            }
            try {
                return new DataDirectory(path, lock(path));
            } catch (IOException | RuntimeException e) {
                HELD_HERE.remove(path);
                throw e;
            }
        } catch (IOException e) {
            throw new EmbeddedFailure(
                    "The data directory %s cannot be written (%s).".formatted(directory.toAbsolutePath(), e),
                    "Make it writable or choose another one by SYNTHFORCE_DATA_DIR.",
                    e);
        }
    }

    private static Path create(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
        var real = path.toRealPath();
        Files.createDirectories(real.resolve("logs"));
        return real;
    }

    private static FileChannel lock(Path path) throws IOException {
        var file = path.resolve("lock");
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw locked(path, Files.readString(file).strip());
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
        channel.force(false);
        return channel;
    }

    private static EmbeddedFailure locked(Path path, String pid) {
        return new EmbeddedFailure(
                "The data directory %s is in use by another synthforce (pid %s).".formatted(path, pid),
                "Stop that one, or choose another directory by SYNTHFORCE_DATA_DIR, or join it: set -a; . '%s'; set +a; and start again with another PORT."
                        .formatted(path.resolve(AddressFile.NAME)));
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** The log file of a part; that of the previous start is kept beside it. */
    Path freshLog(String part) {
        var log = path.resolve("logs").resolve(part + ".log");
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(part + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(path);
        }
    }
}
