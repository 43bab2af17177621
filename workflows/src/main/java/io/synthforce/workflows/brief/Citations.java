package io.synthforce.workflows.brief;

import io.synthforce.workflows.brief.CheckedSentence.Fate;
import io.synthforce.workflows.grounding.Evidence;
import io.synthforce.workflows.grounding.Gathering;
import io.synthforce.workflows.grounding.Moment;
import io.synthforce.workflows.grounding.Numeral;
import io.synthforce.workflows.grounding.Numerals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks sentences against the sources they cite, as far as code can: whether those exist and hold their numbers. */
public final class Citations {

    private static final Moment ANY = Moment.inDiscussion(0);
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern PROBABILITY = Pattern.compile(
            "(?<!not a )\\bprobabilit|\\bprobable\\b|\\blikelihood\\b|\\bodds\\b|\\bchances?\\s(?:of|that|is|are)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Map<String, Source> sources = new LinkedHashMap<>();

    public Citations(List<Source> sources) {
        sources.forEach(source -> this.sources.put(source.id(), source));
    }

    /** {@link Fate#KEPT} for what may be put to whoever judges whether it is entailed. */
    public Fate of(Sentence sentence) {
        if (sentence.cites().isEmpty()) {
            return Fate.UNCITED;
        }
        if (!sources.keySet().containsAll(sentence.cites())) {
            return Fate.UNKNOWN_SOURCE;
        }
        if (DIGIT.matcher(sentence.text()).find()
                && PROBABILITY.matcher(sentence.text()).find()) {
            return Fate.CALLED_PROBABILITY;
        }
        return numbersHold(sentence) ? Fate.KEPT : Fate.UNGROUNDED_NUMBER;
    }

    /** What is written in digits counts however small it is: “in 6 of 6 runs” is a finding, “two reasons” is not. */
    private boolean numbersHold(Sentence sentence) {
        Gathering cited = Evidence.NONE.more();
        sentence.cites().stream().map(sources::get).map(Source::text).forEach(text -> cited.text(text, ANY));
        Evidence evidence = cited.evidence();
        return Numerals.in(sentence.text()).stream()
                .filter(Citations::says)
                .allMatch(numeral -> evidence.holds(numeral, ANY));
    }

    private static boolean says(Numeral numeral) {
        return numeral.isClaim() || DIGIT.matcher(numeral.written()).find();
    }
}
