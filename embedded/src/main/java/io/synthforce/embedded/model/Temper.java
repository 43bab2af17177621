package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.Chance;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How somebody tends to decide: a bias that stays with role, issue and scenario, and a mood that changes by request.
 *
 * @param caution what a falling ledger takes from the boldness of those who look at it
 * @param root what the steady part of a stance is drawn from
 */
record Temper(double bias, double collaborative, double assertive, double caution, String root) {

    static final List<String> CAUTIOUS = Phrases.lines("cautious").stream()
            .flatMap(line -> Arrays.stream(line.split(" ")))
            .toList();

    private static final double STEADY = 1.0;
    private static final double MOOD = 2.2;
    private static final double LEDGER = 0.5;

    static Temper of(Prompt prompt) {
        var traits = prompt.traits();
        var assertive = traits.getOrDefault("assertiveness", 0.5);
        var known = Phrases.words("bias", prompt.role());
        var bias = known.isEmpty()
                ? 2 * (assertive - 0.5)
                        + traits.getOrDefault("creative", 0.5)
                        - traits.getOrDefault("detail_oriented", 0.5)
                : Double.parseDouble(known.getFirst());
        return new Temper(
                bias,
                traits.getOrDefault("collaborative", 0.6),
                assertive,
                LEDGER * traits.getOrDefault("analytical", 0.6) * decline(prompt),
                prompt.role() + "\n" + prompt.scenario() + "\n");
    }

    /** The share of indicators that fell, minus the share that rose. */
    private static double decline(Prompt prompt) {
        return prompt.ledger().stream()
                .mapToInt(indicator -> -indicator.direction())
                .average()
                .orElse(0);
    }

    /** From −2, wholly for the alternative, to 2, wholly for the option. */
    int stance(Issue issue, Chance chance) {
        var steady = Chance.of(root + issue.id()).unit("stance") - 0.5;
        var mood = chance.unit("stance of " + issue.id()) - 0.5;
        var boldness = bias + STEADY * steady + MOOD * mood - caution;
        return Math.clamp(Math.round(cautious(issue) ? -boldness : boldness), -2, 2);
    }

    double confidence(int stance, Chance chance) {
        var confidence = 0.42 + 0.1 * Math.abs(stance) + 0.15 * assertive + 0.2 * chance.unit("confidence");
        return Math.round(Math.clamp(confidence, 0, 0.98) * 100) / 100.0;
    }

    boolean concedes(Chance chance) {
        return chance.unit("concedes") < 0.1 + 0.45 * collaborative - 0.25 * assertive;
    }

    private static boolean cautious(Issue issue) {
        return Arrays.stream(issue.option().toLowerCase(Locale.ROOT).split("\\W+"))
                .anyMatch(CAUTIOUS::contains);
    }
}
