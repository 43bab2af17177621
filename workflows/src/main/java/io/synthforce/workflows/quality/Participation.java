package io.synthforce.workflows.quality;

import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How evenly the seats were heard: the entropy of their shares of all words over the logarithm of the number of seats
 * (E. C. Pielou's evenness, 1966), 1 when all said as much. A seat is silent when it was heard in fewer than half of the
 * turns it was asked in, or said less than a fifth of the mean.
 */
final class Participation {

    private static final double EVEN = 0.8;
    private static final double UNEVEN = 0.6;
    private static final double HALF = 0.5;
    private static final double FIFTH = 0.2;

    private Participation() {}

    static List<Measure> measures(Run run) {
        Map<String, Integer> asked = new LinkedHashMap<>();
        Map<String, Integer> heard = new LinkedHashMap<>();
        Map<String, Integer> words = new LinkedHashMap<>();
        run.turns()
                .forEach(turn -> turn.all(PositionTaken.class)
                        .forEach(position -> asked.merge(position.seat(), 1, Integer::sum)));
        for (Utterance said : run.utterances()) {
            int count = Words.of(said.text()).size();
            if (count > 0) {
                heard.merge(said.seat(), 1, Integer::sum);
                words.merge(said.seat(), count, Integer::sum);
            }
        }
        int total = words.values().stream().mapToInt(Integer::intValue).sum();
        if (asked.size() < 2 || total == 0) {
            return List.of(Measure.unknown("participation", asked.size(), "seats", "Fewer than two seats were heard."));
        }
        List<String> silent = new ArrayList<>();
        double entropy = 0;
        for (String seat : asked.keySet()) {
            double share = words.getOrDefault(seat, 0) / (double) total;
            entropy -= share == 0 ? 0 : share * Math.log(share);
            boolean seldom = heard.getOrDefault(seat, 0) < HALF * asked.getOrDefault(seat, 0);
            if (seldom || share < FIFTH / asked.size()) {
                silent.add(seat);
            }
        }
        double evenness = entropy / Math.log(asked.size());
        Rating rating = Rating.ofLow(evenness, EVEN, UNEVEN);
        return List.of(Measure.of(
                "participation",
                evenness,
                asked.size(),
                "seats",
                rating == Rating.SOUND && !silent.isEmpty() ? Rating.WATCH : rating,
                silent.isEmpty() ? "" : "Hardly heard: " + String.join(", ", silent) + ".",
                "Ask the silent seats directly, or leave them out of the cast."));
    }
}
