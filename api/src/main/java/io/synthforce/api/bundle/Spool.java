package io.synthforce.api.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A body on the disk while it is dealt with: no transaction waits for a slow sender, and no heap holds a large one. */
record Spool(Path file, String hash) implements AutoCloseable {

    static Spool of(InputStream body) throws IOException {
        Path file = Files.createTempFile("synthforce-import", ".json");
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(body, digest);
                OutputStream out = Files.newOutputStream(file)) {
            in.transferTo(out);
        } catch (IOException failure) {
            Files.delete(file);
            throw failure;
        }
        return new Spool(file, HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() throws IOException {
        Files.delete(file);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
