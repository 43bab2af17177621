package io.synthforce.workflows.memory;

import java.nio.charset.StandardCharsets;

/** How long a text is to a model, about: a token for every four bytes of UTF-8. The same text is always as long. */
public final class Tokens {

    private static final int BYTES = 4;

    private Tokens() {}

    public static int of(String text) {
        return Math.ceilDiv(text.getBytes(StandardCharsets.UTF_8).length, BYTES);
    }
}
