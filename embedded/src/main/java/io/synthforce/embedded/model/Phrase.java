package io.synthforce.embedded.model;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence with slots: {@code I look at {term1} first.} */
record Phrase(String text, List<String> slots) {

    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

    static Phrase of(String text) {
        return new Phrase(
                text, SLOT.matcher(text).results().map(slot -> slot.group(1)).toList());
    }

    boolean fits(Map<String, String> known) {
        return slots.stream().allMatch(known::containsKey);
    }

    String filled(Map<String, String> known) {
        return SLOT.matcher(text).replaceAll(slot -> Matcher.quoteReplacement(known.getOrDefault(slot.group(1), "")));
    }
}
