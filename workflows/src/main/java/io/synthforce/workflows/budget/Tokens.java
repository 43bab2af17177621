package io.synthforce.workflows.budget;

import java.nio.charset.StandardCharsets;

/** How many tokens a text is before the provider has counted them. */
public final class Tokens {

    /** English takes a little more than four, JSON a little less. */
    static final int CHARACTERS = 3;

    /** In UTF-8; scripts of two and three bytes a letter take fewer tokens than this. */
    private static final int BYTES_BEYOND_ASCII = 2;

    private Tokens() {}

    /** A cautious estimate, for planning. */
    public static int estimate(String text) {
        long ascii = text.chars().filter(c -> c < 0x80).count();
        long beyond = bytes(text) - ascii;
        return Math.toIntExact(Math.ceilDiv(ascii, CHARACTERS) + Math.ceilDiv(beyond, BYTES_BEYOND_ASCII));
    }

    /** A bound: the vocabularies are of bytes, so no token is shorter than one. */
    public static int most(String text) {
        return bytes(text);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
