package io.synthforce.embedded.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code phrases.txt} holds, by section. */
final class Phrases {

    private static final Map<String, List<String>> LINES = sections(Resource.read("phrases.txt"));
    private static final Map<String, List<Phrase>> PHRASES = phrases();

    private Phrases() {}

    /** The phrases of a section, of its part for the role where it has one. */
    static List<Phrase> of(String section, @Nullable String role) {
        var own = role == null ? null : PHRASES.get(section + "." + role);
        return own != null ? own : PHRASES.getOrDefault(section, List.of());
    }

    static List<String> lines(String section) {
        return LINES.getOrDefault(section, List.of());
    }

    /** The words after a key in a section of {@code key word word} lines. */
    static List<String> words(String section, @Nullable String key) {
        return lines(section).stream()
                .filter(line -> key != null && line.startsWith(key + " "))
                .flatMap(line -> Arrays.stream(line.split(" ")).skip(1))
                .toList();
    }

    private static Map<String, List<String>> sections(String text) {
        var sections = new LinkedHashMap<String, List<String>>();
        for (var block : text.split("(?m)^\\[")) {
            var lines = block.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (!lines.isEmpty() && lines.getFirst().endsWith("]")) {
                sections.put(lines.getFirst().replace("]", ""), lines.subList(1, lines.size()));
            }
        }
        return sections;
    }

    private static Map<String, List<Phrase>> phrases() {
        var phrases = new LinkedHashMap<String, List<Phrase>>();
        LINES.forEach((section, lines) ->
                phrases.put(section, lines.stream().map(Phrase::of).toList()));
        return phrases;
    }
}
