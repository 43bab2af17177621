package io.synthforce.workflows.quality;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Texts as vectors of their words, weighted by how often a text has them and how few others do: (1 + ln tf) × ln(N / df),
 * compared by cosine (G. Salton and C. Buckley, Term-Weighting Approaches in Automatic Text Retrieval, 1988).
 */
final class Weights {

    private final int texts;
    private final Map<String, Integer> having = new TreeMap<>();

    Weights(Collection<String> corpus) {
        this.texts = corpus.size();
        for (String text : corpus) {
            Set<String> words = new TreeSet<>(Words.of(text));
            words.forEach(word -> having.merge(word, 1, Integer::sum));
        }
    }

    /** Of length 1; empty when every word is in every text. */
    Map<String, Double> vector(String text) {
        Map<String, Integer> counts = new TreeMap<>();
        Words.of(text).forEach(word -> counts.merge(word, 1, Integer::sum));
        Map<String, Double> vector = new TreeMap<>();
        counts.forEach((word, count) -> {
            double weight = (1 + Math.log(count)) * Math.log((double) texts / having.getOrDefault(word, texts));
            if (weight > 0) {
                vector.put(word, weight);
            }
        });
        return unit(vector);
    }

    static Map<String, Double> sum(List<Map<String, Double>> vectors) {
        Map<String, Double> sum = new TreeMap<>();
        vectors.forEach(vector -> vector.forEach((word, weight) -> sum.merge(word, weight, Double::sum)));
        return sum;
    }

    static double cosine(Map<String, Double> one, Map<String, Double> other) {
        double lengths = length(one) * length(other);
        return lengths == 0 ? 0 : product(one, other) / lengths;
    }

    private static double product(Map<String, Double> one, Map<String, Double> other) {
        return one.entrySet().stream()
                .mapToDouble(word -> word.getValue() * other.getOrDefault(word.getKey(), 0.0))
                .sum();
    }

    private static double length(Map<String, Double> vector) {
        return Math.sqrt(
                vector.values().stream().mapToDouble(weight -> weight * weight).sum());
    }

    private static Map<String, Double> unit(Map<String, Double> vector) {
        double length = length(vector);
        vector.replaceAll((_, weight) -> weight / length);
        return vector;
    }
}
