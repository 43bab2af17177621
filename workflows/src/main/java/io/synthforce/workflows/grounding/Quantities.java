package io.synthforce.workflows.grounding;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the written parts of a number are worth. */
final class Quantities {

    private static final List<String> UNITS = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");

    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private Quantities() {}

    /** The words a spelled number can begin with, as a choice of a regular expression. */
    static String beginnings() {
        return String.join("|", UNITS) + "|" + String.join("|", TENS.subList(2, TENS.size()));
    }

    /** The words it can go on with. */
    static String continuations() {
        return beginnings() + "|hundred|thousand|million|billion";
    }

    /** A group of three digits behind a comma parts thousands, one or two digits are decimals. */
    static BigDecimal ofDigits(String digits) {
        String plain = digits.replaceAll("[\\s\\u00A0\\u202F'’]", "");
        if (plain.matches("\\d{1,3}(,\\d{3})+(\\.\\d+)?")) {
            return new BigDecimal(plain.replace(",", ""));
        }
        if (plain.matches("\\d{1,3}(\\.\\d{3}){2,}")) {
            return new BigDecimal(plain.replace(".", ""));
        }
        return new BigDecimal(plain.replace(',', '.'));
    }

    static BigDecimal ofWords(String spelled) {
        long total = 0;
        long group = 0;
        for (String word : Arrays.asList(spelled.toLowerCase(Locale.ROOT).split("[\\s-]+"))) {
            int scale = scale(word);
            if (UNITS.contains(word)) {
                group += UNITS.indexOf(word);
            } else if (TENS.contains(word)) {
                group += 10L * TENS.indexOf(word);
            } else if (scale == 2) {
                group *= 100;
            } else if (scale > 2) {
                total += group * (long) Math.pow(10, scale);
                group = 0;
            }
        }
        return BigDecimal.valueOf(total + group);
    }

    /** One, or what a multiplier multiplies by. */
    static BigDecimal multiplier(String word) {
        return BigDecimal.ONE.scaleByPowerOfTen(scale(word));
    }

    /** Keeps the place of the last digit: 1.5 thousand is precise to the hundred. */
    static BigDecimal times(BigDecimal value, BigDecimal multiplier) {
        return value.scaleByPowerOfTen(-multiplier.stripTrailingZeros().scale());
    }

    private static int scale(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "hundred" -> 2;
            case "k", "thousand" -> 3;
            case "m", "mn", "mio", "million" -> 6;
            case "b", "bn", "billion" -> 9;
            default -> 0;
        };
    }
}
