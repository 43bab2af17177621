package io.synthforce.workflows.brief;

import io.synthforce.workflows.brief.CheckedSentence.Fate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model wrote of a what-if, sentence by sentence, with what became of each when it was checked.
 *
 * @param scripted a script wrote or checked it, and no model was asked
 */
public record Prose(
        List<CheckedSentence> sentences,
        @Nullable String writer,
        @Nullable String judge,
        boolean scripted) {

    public Prose {
        sentences = List.copyOf(sentences);
    }

    /** Those that are to be read against their sources: the others fall without that. */
    public static List<Sentence> candidates(List<Sentence> written, List<Source> sources) {
        Citations citations = new Citations(sources);
        return written.stream()
                .filter(sentence -> citations.of(sentence) == Fate.KEPT)
                .toList();
    }

    /** @param entailed of the candidates, in their order */
    public static List<CheckedSentence> checked(List<Sentence> written, List<Source> sources, List<Boolean> entailed) {
        Citations citations = new Citations(sources);
        Iterator<Boolean> verdicts = entailed.iterator();
        List<CheckedSentence> checked = new ArrayList<>();
        for (Sentence sentence : written) {
            Fate fate = citations.of(sentence);
            boolean fell = fate == Fate.KEPT && !verdicts.next();
            checked.add(new CheckedSentence(sentence, fell ? Fate.NOT_ENTAILED : fate));
        }
        return checked;
    }

    public List<Sentence> kept() {
        return sentences.stream()
                .filter(CheckedSentence::isKept)
                .map(CheckedSentence::sentence)
                .toList();
    }

    /** How many fell, by why. */
    public Map<Fate, Integer> dropped() {
        Map<Fate, Integer> dropped = new EnumMap<>(Fate.class);
        sentences.stream()
                .filter(sentence -> !sentence.isKept())
                .forEach(sentence -> dropped.merge(sentence.fate(), 1, Integer::sum));
        return dropped;
    }

    /** The rate, as it is printed. */
    public String told() {
        return "%d of %d sentences kept".formatted(kept().size(), sentences.size());
    }
}
