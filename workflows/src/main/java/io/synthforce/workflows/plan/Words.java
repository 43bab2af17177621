package io.synthforce.workflows.plan;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names and descriptions of tasks as they are kept: one line of bounded length, so that prompts stay bounded too. */
final class Words {

    static final int NAME = 80;
    static final int TEXT = 300;

    private Words() {}

    static String line(@Nullable String text, int longest) {
        String line =
                text == null ? "" : text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest)).strip();
    }

    /** By what two names of one task are recognised as the same. */
    static String key(String name) {
        return line(name, NAME).toLowerCase(Locale.ROOT);
    }
}
