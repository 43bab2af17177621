package io.synthforce.embedded.model;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A named entry of a list in a prompt: {@code - id: text}. */
record Item(String id, String text) {

    private static final int MOST = 200;
    private static final Pattern LINE = Pattern.compile("(?m)^- ([^:\\n]{1,120}): *(.*)$");

    static List<Item> in(@Nullable String section) {
        return section == null
                ? List.of()
                : LINE.matcher(section)
                        .results()
                        .limit(MOST)
                        .map(line ->
                                new Item(line.group(1).strip(), line.group(2).strip()))
                        .toList();
    }

    /** An id as people say it: {@code engineering_lead} is "engineering lead". */
    static String spoken(String id) {
        return Excerpt.shortened(id.replace('_', ' ').replace('-', ' '));
    }
}
