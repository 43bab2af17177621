package io.synthforce.workflows.brief;

import java.util.Locale;

/** A sentence and whether it stands. Only those that do are shown. */
public record CheckedSentence(Sentence sentence, Fate fate) {

    /** What became of it. */
    public enum Fate {
        KEPT,
        /** It cites nothing. */
        UNCITED,
        /** It cites what is not among the sources. */
        UNKNOWN_SOURCE,
        /** A number of it is in none of the sources it cites. */
        UNGROUNDED_NUMBER,
        /** It calls a share of runs a probability. */
        CALLED_PROBABILITY,
        /** Whoever read only the sources it cites did not find it in them. */
        NOT_ENTAILED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isKept() {
        return fate == Fate.KEPT;
    }
}
