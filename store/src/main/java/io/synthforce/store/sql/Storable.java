package io.synthforce.store.sql;

import io.synthforce.workflows.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Texts as PostgreSQL can keep them. Models and users do write U+0000 and halves of surrogate pairs; both become U+FFFD,
 * because a reply that was paid for must not be lost over a character.
 */
public final class Storable {

    private static final char REPLACEMENT = '\uFFFD';
    private static final String ESCAPED_NUL = "\\u0000";

    private Storable() {}

    public static @Nullable String textOrNull(@Nullable String text) {
        return text == null ? null : text(text);
    }

    public static String text(String text) {
        if (text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(c -> c == 0 || isHalf(c) ? REPLACEMENT : c).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** The value's JSON. It is also what its content hash is to be taken over. */
    public static String json(Object value) {
        String json = text(Json.write(value));
        return json.contains(ESCAPED_NUL) ? withoutEscapedNul(json) : json;
    }

    /** Of a run of backslashes every second one is escaped itself, so the text is walked escape by escape. */
    private static String withoutEscapedNul(String json) {
        StringBuilder clean = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            if (json.startsWith(ESCAPED_NUL, i)) {
                clean.append(REPLACEMENT);
                i += ESCAPED_NUL.length() - 1;
            } else if (json.charAt(i) == '\\') {
                clean.append(json, i, i + 2);
                i++;
            } else {
                clean.append(json.charAt(i));
            }
        }
        return clean.toString();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
