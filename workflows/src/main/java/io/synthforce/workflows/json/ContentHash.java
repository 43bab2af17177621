package io.synthforce.workflows.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Identity of content: the first 128 bits of SHA-256 in hex (32 characters). Short enough for histories, long enough
 * that two different contents never share it in practice.
 */
public final class ContentHash {

    private static final int HEX_LENGTH = 32;

    private ContentHash() {}

    /** The hash of a value's {@link Json} form. */
    public static String of(Object value) {
        return ofText(Json.write(value));
    }

    public static String ofText(String text) {
        return HexFormat.of().formatHex(sha256(text)).substring(0, HEX_LENGTH);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
