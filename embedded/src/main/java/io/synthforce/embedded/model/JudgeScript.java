package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Rules that a statement holds where one part of the record has most of its words, and quotes the line that has. It reads
 * words only, so the same record always gets the same ruling.
 */
final class JudgeScript {

    private static final String NEGATION = "It is not so that: ";
    private static final int LONG = 4;
    private static final int QUOTED = 200;
    private static final Pattern BREAK = Pattern.compile("\\R+|(?<=[.!?])\\s+");
    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");

    private JudgeScript() {}

    private record Line(String source, String text) {

        long has(List<String> words) {
            var said = words(text);
            return words.stream().filter(said::contains).count();
        }
    }

    static JsonNode draft(Scene scene) {
        var statement = scene.prompt().statement();
        var negated = statement.startsWith(NEGATION);
        var words = words(negated ? statement.substring(NEGATION.length()) : statement);
        var best = lines(scene).max(Comparator.comparingLong(line -> line.has(words)));
        var found = best.filter(line -> !words.isEmpty() && 2 * line.has(words) > words.size());
        var draft = Json.object().put("holds", String.valueOf(found.isPresent() != negated));
        var evidence = draft.putArray("evidence");
        found.ifPresent(
                line -> evidence.addObject().put("source", line.source()).put("quote", line.text()));
        return draft.put("reason", found.isPresent() ? "Most of its words stand there." : "Its words stand nowhere.");
    }

    private static Stream<Line> lines(Scene scene) {
        return scene.prompt().record().stream()
                .flatMap(part -> BREAK.splitAsStream(part.text())
                        .map(text -> new Line(part.id(), text.substring(0, Math.min(QUOTED, text.length()))))
                        .filter(line -> line.text().strip().length() > 2 * LONG));
    }

    private static List<String> words(String text) {
        return APART.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= LONG)
                .distinct()
                .toList();
    }
}
