package io.synthforce.embedded.model;

import java.util.List;
import java.util.regex.Pattern;

/** Something a brief may cite, as its prompt lists it. */
record CitedSource(String id, String text) {

    private static final Pattern LINE = Pattern.compile("(?m)^- \\[(\\w+)] (.+)$");

    static List<CitedSource> in(Prompt prompt) {
        var listed = prompt.section("Sources to cite");
        return LINE.matcher(listed == null ? "" : listed)
                .results()
                .map(line -> new CitedSource(line.group(1), line.group(2)))
                .toList();
    }

    boolean isData() {
        return id.startsWith("D");
    }

    /** What was said, without who said it; of data the whole line. */
    String said() {
        var quoted = text.indexOf('“');
        return isData() || quoted < 0 ? text : text.substring(quoted + 1).replaceFirst("”$", "");
    }

    String firstSentence() {
        return said().split("(?<=[.!?]) ", 2)[0];
    }
}
