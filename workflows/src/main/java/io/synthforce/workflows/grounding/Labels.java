package io.synthforce.workflows.grounding;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.MULTILINE;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Where the digits of a text name a day, a year, a turn or a place in a list, and claim no quantity. */
final class Labels {

    private static final String MONTH =
            "(?:January|February|March|April|May|June|July|August|September|October|November"
                    + "|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?";

    private static final Pattern DATES = Pattern.compile("(?=[\\dJFMASOND])(?:\\d{4}-\\d{2}(?:-\\d{2})?(?:T[\\d:.]+Z?)?"
            + "|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{1,2}:\\d{2}(?::\\d{2})?|24/7"
            + "|\\d{1,2}(?:st|nd|rd|th|\\.)?\\s(?:of\\s)?" + MONTH + "(?:,?\\s\\d{4})?"
            + "|" + MONTH + "\\s\\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:,?\\s\\d{4})?|" + MONTH + ",?\\s\\d{4})");

    private static final Pattern LIST = Pattern.compile("^\\s*(?:[-*•#]+\\s*)?\\(?\\d{1,2}[.)](?=\\s)", MULTILINE);

    private static final Pattern ORDINAL = Pattern.compile("^(?:st|nd|rd|th)\\b", CASE_INSENSITIVE);

    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:turn|round|step|phase|option|version|section|page|item|sprint|week|month|quarter|day|year|stage"
                    + "|tier|level|number|no\\.?|point|position|plan|task)\\s(?:no\\.?\\s?)?$",
            CASE_INSENSITIVE);

    private static final Pattern YEAR_FOLLOWS = Pattern.compile(
            "(?:\\b(?:in|by|since|until|till|before|after|during|of|for|from|to|year|fy|fiscal|early|mid|late|end|summer"
                    + "|autumn|winter|spring|through|and|q[1-4])[\\s-]|[(/–-])$",
            CASE_INSENSITIVE);

    private static final Pattern YEAR = Pattern.compile("(?:19[5-9]|20\\d)\\d");

    /** A year is not followed by what it would count. */
    private static final Pattern COUNTED =
            Pattern.compile("^\\s(?!and|or|to|we|is|was|will|with|at|as|on|the|if|but)" + "[a-z]+(?:s|ers|ple)\\b");

    private static final int LOOK_BACK = 24;

    private final String text;
    private final List<MatchResult> spans = new ArrayList<>();

    Labels(String text) {
        this.text = text;
        DATES.matcher(text).results().forEach(spans::add);
        LIST.matcher(text).results().forEach(spans::add);
    }

    boolean isLabel(int start, int end, String digits) {
        String before = text.substring(Math.max(0, start - LOOK_BACK), start);
        String after = text.substring(end, Math.min(text.length(), end + LOOK_BACK));
        boolean year = YEAR.matcher(digits).matches()
                && YEAR_FOLLOWS.matcher(before).find()
                && !COUNTED.matcher(after).find();
        return year
                || NAMED.matcher(before).find()
                || ORDINAL.matcher(after).find()
                || spans.stream().anyMatch(span -> span.start() <= start && end <= span.end());
    }
}
