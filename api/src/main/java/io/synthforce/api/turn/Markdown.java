package io.synthforce.api.turn;

import java.util.regex.Pattern;

/**
 * Takes the marks of Markdown out of a text for clients that show it as it is: headings, emphasis, code and link
 * targets. What only looks like a mark stays: slashes, and underscores and asterisks inside words or between spaces.
 */
final class Markdown {

    private static final Pattern FENCE = Pattern.compile("(?m)^[ \\t]*(```|~~~)[^\\n`]*(\\n|\\z)");
    private static final Pattern HEADING = Pattern.compile("(?m)^[ \\t]{0,3}#{1,6}[ \\t]+(.*?)[ \\t]*#*[ \\t]*$");
    private static final Pattern CODE = Pattern.compile("`+([^`\\n]+)`+");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]\\n]*)]\\([^()\\s]*\\)");
    private static final Pattern STARS = Pattern.compile("(\\*{1,3})(?=\\S)([^*\\n]*[^*\\s])\\1");
    private static final Pattern LOW_LINES =
            Pattern.compile("(?<![\\p{L}\\p{N}_])(_{1,3})(?=[^\\s_])([^\\n]*?[^\\s_])\\1(?![\\p{L}\\p{N}_])");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n{3,}");

    private Markdown() {}

    static String plain(String text) {
        String plain = text.replace("\r\n", "\n");
        plain = FENCE.matcher(plain).replaceAll("");
        plain = HEADING.matcher(plain).replaceAll("$1");
        plain = CODE.matcher(plain).replaceAll("$1");
        plain = LINK.matcher(plain).replaceAll("$1");
        plain = STARS.matcher(plain).replaceAll("$2");
        plain = LOW_LINES.matcher(plain).replaceAll("$2");
        return BLANK_LINES.matcher(plain).replaceAll("\n\n").strip();
    }
}
