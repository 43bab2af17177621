package io.synthforce.activities.groq;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of text that begins like a JSON object and ends with its matching brace.
 *
 * @param closed false when the text ends first
 */
record WholeObject(String source, int start, int end, boolean closed) {

    static @Nullable WholeObject firstIn(String source) {
        return from(source, 0);
    }

    @Nullable
    WholeObject next() {
        return from(source, end);
    }

    String text() {
        return source.substring(start, end);
    }

    private static @Nullable WholeObject from(String source, int from) {
        for (var i = source.indexOf('{', from); i >= 0; i = source.indexOf('{', i + 1)) {
            if (beginsObject(source, i)) {
                var end = endOf(source, i);
                return new WholeObject(source, i, end < 0 ? source.length() : end, end >= 0);
            }
        }
        return null;
    }

    /** A brace in prose is followed by words; an object by a quoted name or its end. */
    private static boolean beginsObject(String source, int brace) {
        for (var i = brace + 1; i < source.length(); i++) {
            var c = source.charAt(i);
            if (!Character.isWhitespace(c)) {
                return c == '"' || c == '}';
            }
        }
        return false;
    }

    private static int endOf(String source, int brace) {
        var depth = 0;
        var quoted = false;
        for (var i = brace; i < source.length(); i++) {
            var c = source.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '{') {
                depth++;
            } else if (!quoted && c == '}' && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
