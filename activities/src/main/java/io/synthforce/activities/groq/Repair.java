package io.synthforce.activities.groq;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an object that is whole but slips in its syntax: trailing commas, single quotes, bare keys, comments and raw line
 * breaks by the parser's own leniency; Python's literals and unescaped quotes by mending the place where the parser
 * stumbles, a few times at most. It never adds a bracket: what is not closed stays unread.
 */
final class Repair {

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_YAML_COMMENTS,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** A brace in prose is followed by words; an object by a name, its end or a comment. */
    private static final Pattern BEGINNING = Pattern.compile("\\{\\s*(?:[\"'}#]|//|/\\*|\\w+\\s*:)");

    private static final Pattern LITERAL = Pattern.compile("True|False|None");
    private static final int MENDED = 24;
    private static final int LONGEST = 256 << 10;
    /** The parser says where it is within a token or two, not where the slip began. */
    private static final int NEAR = 12;

    private Repair() {}

    /** @return the first object that can be read, null when none can */
    static @Nullable JsonNode of(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        var beginning = BEGINNING.matcher(text);
        // Only the first: an object inside one that cannot be read is a part of the answer, not the answer.
        return beginning.find() ? mended(text.substring(beginning.start())) : null;
    }

    private static @Nullable JsonNode mended(String text) {
        var mended = text;
        for (var i = 0; i <= MENDED; i++) {
            try {
                var read = LENIENT.readTree(mended);
                return read.isObject() && !read.isEmpty() ? read : null;
            } catch (JacksonException slip) {
                var next = mended(mended, slip);
                if (next == null) {
                    return null;
                }
                mended = next;
            }
        }
        return null;
    }

    private static @Nullable String mended(String text, JacksonException slip) {
        var location = slip.getLocation();
        var at = location == null ? -1 : (int) Math.min(location.getCharOffset(), text.length());
        var message = String.valueOf(slip.getOriginalMessage());
        if (at < 0) {
            return null;
        }
        if (message.startsWith("Unrecognized token")) {
            return withoutLiteral(text, at);
        }
        return message.contains("was expecting comma") || message.contains("was expecting a colon")
                ? withQuoteEscaped(text, at)
                : null;
    }

    private static @Nullable String withoutLiteral(String text, int at) {
        var from = Math.max(0, at - NEAR);
        var literal = LITERAL.matcher(text).region(from, Math.min(text.length(), at + NEAR));
        return literal.find()
                ? text.substring(0, literal.start())
                        + (literal.group().equals("None")
                                ? "null"
                                : literal.group().toLowerCase(Locale.ROOT))
                        + text.substring(literal.end())
                : null;
    }

    /** The parser met words where a string had ended: the quote before them was meant as a quote. */
    private static @Nullable String withQuoteEscaped(String text, int at) {
        var quote = text.lastIndexOf('"', at - 1);
        var words = text.substring(quote + 1, Math.min(text.length(), at + 1)).strip();
        return quote <= 0 || text.charAt(quote - 1) == '\\' || words.isEmpty() || "{}[],:".indexOf(words.charAt(0)) >= 0
                ? null
                : text.substring(0, quote) + "\\" + text.substring(quote);
    }
}
