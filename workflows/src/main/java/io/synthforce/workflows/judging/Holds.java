package io.synthforce.workflows.judging;

import java.util.Locale;

/** Whether a proposition holds of a run, as the judge sees it. */
public enum Holds {
    TRUE,
    FALSE,
    UNCLEAR;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it means for a statement that was put the other way round. */
    public Holds negated() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNCLEAR -> UNCLEAR;
        };
    }
}
