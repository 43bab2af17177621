package io.synthforce.workflows.brief;

import java.util.Locale;

/** The parts of a brief's prose, in their order. */
public enum Section {
    ANSWER("The answer", "what the runs say to the question", 2),
    HOLDS("What holds", "what all or nearly all runs have in common", 4),
    SPLIT("What parted the runs", "where they went apart and what went with it", 4),
    DISSENT("Dissent", "who stood against what was decided, and why", 4),
    RISKS("Risks and triggers", "what may go wrong, and what would set it off", 4),
    QUESTIONS("Open questions", "what the runs leave open", 4),
    LIMIT("Limit of validity", "how far this holds", 2);

    private final String title;
    private final String asked;
    private final int most;

    Section(String title, String asked, int most) {
        this.title = title;
        this.asked = asked;
        this.most = most;
    }

    /** Its heading. */
    public String title() {
        return title;
    }

    /** What it is to tell. */
    public String asked() {
        return asked;
    }

    /** How many sentences it may have. */
    public int most() {
        return most;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
