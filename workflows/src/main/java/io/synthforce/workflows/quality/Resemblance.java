package io.synthforce.workflows.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How alike two texts are: the share of their word triples they have in common, of all they have (A. Z. Broder, On the
 * Resemblance and Containment of Documents, 1997). Triples of what everybody was given do not count.
 */
final class Resemblance {

    private static final int SHINGLE = 3;

    private final Set<String> given = new TreeSet<>();
    private final Map<Utterance, Set<String>> known = new LinkedHashMap<>();

    Resemblance(List<String> given) {
        given.forEach(text -> this.given.addAll(shingles(text)));
    }

    double of(Utterance one, Utterance other) {
        Set<String> these = known.computeIfAbsent(one, this::own);
        Set<String> those = known.computeIfAbsent(other, this::own);
        long common = these.stream().filter(those::contains).count();
        long all = these.size() + those.size() - common;
        return all == 0 ? 0 : common / (double) all;
    }

    private Set<String> own(Utterance said) {
        Set<String> own = shingles(said.text());
        own.removeAll(given);
        return own;
    }

    private static Set<String> shingles(String text) {
        List<String> words = Words.of(text);
        Set<String> shingles = new TreeSet<>();
        for (int i = 0; i + SHINGLE <= words.size(); i++) {
            shingles.add(String.join(" ", words.subList(i, i + SHINGLE)));
        }
        return shingles;
    }
}
