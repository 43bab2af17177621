package io.synthforce.workflows.grounding;

import java.util.Comparator;

/**
 * When something was said: before a turn's decisions, as positions and replies are, or after them, as the minutes are.
 */
public record Moment(int turn, boolean settled) implements Comparable<Moment> {

    private static final Comparator<Moment> ORDER =
            Comparator.comparingInt(Moment::turn).thenComparing(Moment::settled);

    public static Moment inDiscussion(int turn) {
        return new Moment(turn, false);
    }

    public static Moment afterDecisions(int turn) {
        return new Moment(turn, true);
    }

    @Override
    public int compareTo(Moment other) {
        return ORDER.compare(this, other);
    }
}
