package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.Chance;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Short, clean quotations from texts of any length and any script. */
final class Excerpt {

    /** What is read of a text; the rest still counts through the request's hash. */
    static final int READ = 8_000;

    private static final int WORDS = 16;
    private static final int CHARACTERS = 110;
    private static final int SENTENCES = 40;
    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+|(?<=[。！？])|\\s*[\\r\\n]+\\s*|;\\s+");
    private static final Pattern MARKUP = Pattern.compile("^[#>*\\-\\d.)\\s]+(?=\\p{L})|[*`|{}<>\\[\\]]");
    private static final Pattern QUOTING = Pattern.compile("(^|\\s)['\"“„]");
    private static final Pattern ODD = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zs}\\p{Zl}\\p{Zp}]+");

    private Excerpt() {}

    /** One sentence of the text, shortened, better one that quotes nobody; null when the text holds none. */
    static @Nullable String of(@Nullable String text, Chance chance, String draw) {
        var sentences = text == null ? List.<String>of() : sentences(text);
        var plain = sentences.stream()
                .filter(sentence -> !QUOTING.matcher(sentence).find())
                .toList();
        return sentences.isEmpty() ? null : shortened(chance.pick(plain.isEmpty() ? sentences : plain, draw));
    }

    private static List<String> sentences(String text) {
        return END.splitAsStream(start(text))
                .filter(part -> !part.startsWith("#"))
                .filter(part ->
                        part.codePoints().filter(Character::isLetter).limit(6).count() == 6)
                .limit(SENTENCES)
                .toList();
    }

    static String shortened(String text) {
        var clean = ODD.matcher(start(text)).replaceAll(" ");
        clean = MARKUP.matcher(clean.strip())
                .replaceAll("")
                .replaceAll("[“”„\"]", "'")
                .replace('_', ' ')
                .strip();
        var words = clean.split(" +");
        var kept = new StringBuilder();
        for (var word : words) {
            if (word.isEmpty()) {
                continue;
            }
            var room = CHARACTERS - kept.length();
            if (kept.isEmpty()) {
                kept.append(word, 0, Math.min(word.length(), word.offsetByCodePoints(0, within(word, room))));
            } else if (word.length() < room
                    && kept.chars().filter(c -> c == ' ').count() < WORDS - 1) {
                kept.append(' ').append(word);
            } else {
                break;
            }
        }
        var quoted = kept.toString().replaceAll("[.,;:\\s]+$", "");
        return clean.length() - kept.length() > 1 ? quoted + " …" : quoted;
    }

    private static int within(String word, int room) {
        return Math.min(word.codePointCount(0, word.length()), room);
    }

    private static String start(String text) {
        return text.length() <= READ ? text : text.substring(0, READ);
    }
}
