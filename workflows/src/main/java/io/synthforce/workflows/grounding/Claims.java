package io.synthforce.workflows.grounding;

import java.util.List;

/** The numbers an utterance claims, and those of them that rest on nothing. */
public final class Claims {

    /** Stands where such a number stood when an utterance is passed on. */
    public static final String UNVERIFIED = "[unverified number]";

    private final Evidence evidence;

    public Claims(Evidence evidence) {
        this.evidence = evidence;
    }

    /** How many numbers of a text have to rest on something. */
    public static int count(String text) {
        return (int) Numerals.in(text).stream().filter(Numeral::isClaim).count();
    }

    /** As they were written, in the order of the text. */
    public List<String> ungrounded(String text, Moment moment) {
        return unfounded(text, moment).stream().map(Numeral::written).toList();
    }

    /** The text as others may hear it. */
    public String verified(String text, Moment moment) {
        StringBuilder heard = new StringBuilder(text);
        for (Numeral numeral : unfounded(text, moment).reversed()) {
            heard.replace(numeral.start(), numeral.end(), UNVERIFIED);
        }
        return heard.toString();
    }

    private List<Numeral> unfounded(String text, Moment moment) {
        return Numerals.in(text).stream()
                .filter(numeral -> numeral.isClaim() && !evidence.holds(numeral, moment))
                .toList();
    }
}
