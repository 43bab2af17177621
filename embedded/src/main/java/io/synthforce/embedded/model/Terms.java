package io.synthforce.embedded.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The phrases a text is about: runs of up to three words between stop words and punctuation, best first by how often
 * their words occur (the idea of RAKE: Rose et al., "Automatic keyword extraction from individual documents", 2010).
 */
final class Terms {

    private static final int MOST = 8;
    private static final int LONGEST_WORD = 24;
    private static final Set<String> STOP =
            Set.copyOf(List.of(Resource.read("stopwords.txt").split("\\s+")));
    private static final Pattern TOKEN =
            Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N}'’&-]*|[\\p{N}][\\p{N}.,%]*|\\s+|.", Pattern.DOTALL);

    private Terms() {}

    static List<String> of(String text) {
        var runs = runs(text.length() <= Excerpt.READ ? text : text.substring(0, Excerpt.READ));
        var frequency = new LinkedHashMap<String, Integer>();
        runs.forEach(run -> run.forEach(word -> frequency.merge(lower(word), 1, Integer::sum)));
        var scores = new LinkedHashMap<String, Double>();
        runs.forEach(run -> scores.putIfAbsent(String.join(" ", run), score(run, frequency)));
        return scores.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, Double> e) -> -e.getValue()))
                .map(Map.Entry::getKey)
                .limit(MOST)
                .toList();
    }

    private static List<List<String>> runs(String text) {
        var runs = new ArrayList<List<String>>();
        var run = new ArrayList<String>();
        var token = TOKEN.matcher(text);
        while (token.find()) {
            var word = token.group();
            if (word.isBlank() && word.indexOf('\n') < 0) {
                continue;
            }
            if (speaks(word)) {
                run.add(word);
            } else {
                close(run, runs);
            }
        }
        close(run, runs);
        return runs;
    }

    private static void close(List<String> run, List<List<String>> runs) {
        if (!run.isEmpty()) {
            runs.add(List.copyOf(run.subList(Math.max(0, run.size() - 3), run.size())));
            run.clear();
        }
    }

    private static boolean speaks(String word) {
        return Character.isLetter(word.codePointAt(0))
                && word.length() <= LONGEST_WORD
                && (word.length() > 2 || !Character.isLowerCase(word.charAt(0)))
                && !STOP.contains(lower(word).replaceAll("['’]s?$", ""));
    }

    private static double score(List<String> run, Map<String, Integer> frequency) {
        var words = run.stream()
                .mapToInt(word -> frequency.getOrDefault(lower(word), 0))
                .average();
        return words.orElse(0) + (run.size() == 2 ? 1 : 0) + (run.size() == 3 ? 0.5 : 0);
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
