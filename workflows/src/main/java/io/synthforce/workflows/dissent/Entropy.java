package io.synthforce.workflows.dissent;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Shannon's entropy of stances over the five values from −2 to 2, as a share of the most so many seats can have: 0 when
 * all hold the same, 1 when they are spread as evenly as they can be (C. E. Shannon, A Mathematical Theory of Communication,
 * 1948).
 */
public final class Entropy {

    private static final int VALUES = 5;

    private Entropy() {}

    /** @return 0 for fewer than two stances */
    public static double of(Collection<Integer> stances) {
        if (stances.size() < 2) {
            return 0;
        }
        Map<Integer, Integer> counts = new TreeMap<>();
        stances.forEach(stance -> counts.merge(stance, 1, Integer::sum));
        return entropy(counts.values(), stances.size()) / most(stances.size());
    }

    /** Evenly spread: some values are held by one seat more than others. */
    private static double most(int seats) {
        Map<Integer, Integer> even = new TreeMap<>();
        for (int seat = 0; seat < seats; seat++) {
            even.merge(seat % VALUES, 1, Integer::sum);
        }
        return entropy(even.values(), seats);
    }

    private static double entropy(Collection<Integer> counts, int total) {
        return counts.stream()
                .mapToDouble(count -> -(double) count / total * Math.log((double) count / total))
                .sum();
    }
}
