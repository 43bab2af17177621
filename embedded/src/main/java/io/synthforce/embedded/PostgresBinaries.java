package io.synthforce.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per version from the jar for this platform. */
record PostgresBinaries(Path directory) {

    private static final int OWNER_MAY_EXECUTE = 0100;

    static PostgresBinaries unpackedIn(Path bin) {
        var archive = "postgres-%s-%s.txz".formatted(Platform.system(), Platform.postgresArchitecture());
        try {
            var directory = bin.resolve("postgresql-" + fingerprint(archive));
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(bin);
                var draft = Files.createTempDirectory(bin, "unpacking-");
                unpack(archive, draft);
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
                publish(draft, directory);
            }
            return new PostgresBinaries(directory);
        } catch (IOException e) {
            throw new EmbeddedFailure(
                    "PostgreSQL cannot be unpacked into %s (%s).".formatted(bin, e),
                    "Make room there, choose another data directory by SYNTHFORCE_DATA_DIR, or set DATABASE_URL.",
                    e);
        }
    }

    List<String> command(List<String> prefix, String program, String... arguments) {
        var command = new ArrayList<>(prefix);
        command.add(directory.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** A rename, so that whoever finds the directory finds all of it; of two that unpack at once either will do. */
    private static void publish(Path draft, Path directory) throws IOException {
        try {
            Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            FileSystemUtils.deleteRecursively(draft);
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        }
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(archive))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(content, file);
            if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0 && !file.toFile().setExecutable(true, false)) {
                throw new FileAlreadyExistsException(file + " cannot be made executable");
            }
        }
    }

    private static String fingerprint(String archive) throws IOException {
        try (var stream = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            stream.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(stream.getMessageDigest().digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream open(String archive) {
        var stream = PostgresBinaries.class.getResourceAsStream("/" + archive);
        if (stream == null) {
            throw new EmbeddedFailure(
                    "This build brings no PostgreSQL for %s.".formatted(Platform.describe()),
                    "Build it on this machine, or set DATABASE_URL to a PostgreSQL server.");
        }
        return stream;
    }
}
