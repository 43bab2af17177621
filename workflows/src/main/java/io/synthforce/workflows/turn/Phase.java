package io.synthforce.workflows.turn;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The kinds of model calls: those a turn makes, and questions beside it. */
public enum Phase {
    POSITION(true),
    DISAGREEMENTS(true),
    REPLY(true),
    MINUTES(true),
    ANALYSIS(true),
    INTERVIEW(false),
    JUDGE(false),
    /** Puts into words what a what-if has shown. */
    BRIEF(false),
    /** Whether that follows from what it cites. */
    ENTAILMENT(false),
    /** The question of a what-if, asked without simulating. */
    BASELINE(false);

    /** Those a turn makes, in their order. What is asked beside a turn is no part of what is told of it. */
    public static final List<Phase> OF_A_TURN =
            Stream.of(values()).filter(Phase::isOfATurn).toList();

    private final boolean ofATurn;

    Phase(boolean ofATurn) {
        this.ofATurn = ofATurn;
    }

    public boolean isOfATurn() {
        return ofATurn;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
