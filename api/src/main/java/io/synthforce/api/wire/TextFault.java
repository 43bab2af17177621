package io.synthforce.api.wire;

import java.util.Optional;

/**
 * What makes a text unfit to be kept: U+0000, which PostgreSQL refuses, and halves of surrogate pairs, which are no
 * Unicode.
 *
 * @param type for programs
 * @param message for people
 */
public record TextFault(String type, String message) {

    private static final TextFault NUL =
            new TextFault("string_nul", "String should not contain the NUL character (U+0000)");

    private static final TextFault HALF =
            new TextFault("string_unicode", "Input should be a valid string without unpaired surrogates");

    public static Optional<TextFault> in(String text) {
        if (text.indexOf('\0') >= 0) {
            return Optional.of(NUL);
        }
        boolean half = text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
        return half ? Optional.of(HALF) : Optional.empty();
    }
}
