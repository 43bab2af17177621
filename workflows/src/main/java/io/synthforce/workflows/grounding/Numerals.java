package io.synthforce.workflows.grounding;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the numbers of a text: 10 %, ten per cent, 1,000, 1 000, 1.5k, €2m, ranges. Numbers spelled out are read in
 * English. Digits that belong to a word (Q3, S1, pm_3) are none.
 */
public final class Numerals {

    private static final String DIGITS =
            "\\d{1,3}(?:(?<part>[,\\u00A0\\u202F'’ ])\\d{3})(?:\\k<part>\\d{3})*(?!\\d)(?:\\.\\d+)?"
                    + "|\\d{1,3}(?:\\.\\d{3}){2,}(?!\\d)|\\d+(?:[.,]\\d+)?";

    private static final String SPELLED = "(?:%s)(?!\\p{L})(?:(?:[\\s-]+and)?[\\s-]+(?:%s)(?!\\p{L}))*"
            .formatted(Quantities.beginnings(), Quantities.continuations());

    private static final String CURRENCY = "[$€£¥]|(?:USD|EUR|GBP|CHF|dollars?|euros?|pounds?)(?!\\p{L})";

    /** What a number can begin with; asked first, it spares nearly every place of a text the rest. */
    private static final String BEGINNING =
            "(?=(?-iu:[\\d$€£¥UuKkMmEeGgCcZzOoTtFfSsNn]))(?<![\\p{L}\\p{N}_#])(?<!\\d[.,])";

    private static final Pattern NUMBER = Pattern.compile(
            BEGINNING + "(?<front>(?:US|k|m)?[$€£¥]\\s?|(?:USD|EUR|GBP|CHF)\\s?)?"
                    + "(?:(?<digits>" + DIGITS + ")|(?<spelled>" + SPELLED
                    + "))(?:(?<factor>bn|mn|mio|[kmb])(?!\\p{L})|[\\s-]?(?<word>thousand|million|billion|mio|mn|bn)(?!\\p{L})"
                    + "|\\s(?<apart>[km])(?=[$€£¥]))?"
                    + "(?<percent>\\s?%|[\\s-]?(?:per\\s?cent|percentage\\spoints?|pct|pp)(?!\\p{L}))?"
                    + "(?<back>\\s?(?:" + CURRENCY + "))?",
            CASE_INSENSITIVE | UNICODE_CASE);

    /** Between two numbers that are of the same kind. */
    private static final Pattern SAME_KIND =
            Pattern.compile("\\s?(?:-|–|—|/|,|to|and|or|bis|und|oder)\\s?", CASE_INSENSITIVE);

    private Numerals() {}

    /** In the order of the text. */
    public static List<Numeral> in(String text) {
        Labels labels = new Labels(text);
        List<Numeral> found = new ArrayList<>();
        List<BigDecimal> multipliers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            BigDecimal multiplier = multiplier(matcher);
            found.add(read(matcher, multiplier, labels));
            multipliers.add(multiplier);
        }
        for (int i = found.size() - 2; i >= 0; i--) {
            Numeral first = found.get(i);
            Numeral next = found.get(i + 1);
            boolean plain =
                    !first.percent() && !first.label() && multipliers.get(i).equals(BigDecimal.ONE);
            if (plain && isOneKind(text.substring(first.end(), next.start()))) {
                found.set(i, first.like(next, multipliers.get(i + 1)));
                multipliers.set(i, multipliers.get(i + 1));
            }
        }
        return List.copyOf(found);
    }

    private static boolean isOneKind(String between) {
        return SAME_KIND.matcher(between).matches();
    }

    private static BigDecimal multiplier(Matcher matcher) {
        return Stream.of("factor", "word", "apart")
                .map(matcher::group)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Quantities::multiplier)
                .orElse(BigDecimal.ONE);
    }

    private static Numeral read(Matcher matcher, BigDecimal multiplier, Labels labels) {
        String digits = matcher.group("digits");
        BigDecimal value = digits == null ? Quantities.ofWords(matcher.group("spelled")) : Quantities.ofDigits(digits);
        boolean percent = matcher.group("percent") != null;
        boolean marked =
                matcher.group("front") != null || matcher.group("back") != null || !multiplier.equals(BigDecimal.ONE);
        boolean label = !percent && !marked && digits != null && labels.isLabel(matcher.start(), matcher.end(), digits);
        return new Numeral(
                matcher.group(),
                matcher.start(),
                matcher.end(),
                Quantities.times(value, multiplier),
                percent,
                marked,
                label);
    }
}
