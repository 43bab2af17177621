package io.synthforce.api.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The assignments of a {@code .env} file, read as a shell reads them: {@code export} may stand before a name, single
 * quotes keep everything, double quotes know {@code \" \\ \$} and {@code \n}, a comment begins with a {@code #} after white
 * space. Nothing is substituted. (The libraries for it cut {@code pass#word} in two, keep single quotes or drop exports.)
 *
 * @param values by name, the last assignment of a name counting; blank ones left out
 * @param complaints what could not be read, with the number of its line and never its text
 */
record DotEnv(Map<String, String> values, List<String> complaints) {

    private static final Pattern NOTHING = Pattern.compile("\\s*(#.*)?");

    private static final Pattern ASSIGNMENT =
            Pattern.compile("\\s*(?:export\\s+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*"
                    + "(?:'(?<raw>[^']*)'|\"(?<quoted>(?:[^\"\\\\]|\\\\.)*)\"|(?<plain>(?![\"']).*?))"
                    + "\\s*(?:(?<=\\s)#.*)?");

    private static final Pattern ESCAPE = Pattern.compile("\\\\([\"\\\\$`n])");

    static DotEnv of(List<String> lines) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> complaints = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher assignment = ASSIGNMENT.matcher(line);
            if (assignment.matches()) {
                values.put(assignment.group("name"), value(assignment));
            } else if (!NOTHING.matcher(line).matches()) {
                complaints.add(
                        "Line %d of .env is no assignment: write NAME=value, with quotes that close around a value with spaces."
                                .formatted(i + 1));
            }
        }
        values.values().removeIf(String::isBlank);
        return new DotEnv(values, complaints);
    }

    private static String value(Matcher assignment) {
        String raw = assignment.group("raw");
        String quoted = assignment.group("quoted");
        if (raw != null) {
            return raw;
        }
        return quoted == null
                ? assignment.group("plain")
                : ESCAPE.matcher(quoted).replaceAll(DotEnv::unescaped);
    }

    private static String unescaped(MatchResult escape) {
        return escape.group(1).equals("n") ? "\n" : Matcher.quoteReplacement(escape.group(1));
    }
}
