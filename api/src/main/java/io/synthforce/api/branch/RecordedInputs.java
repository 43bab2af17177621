package io.synthforce.api.branch;

import org.jspecify.annotations.Nullable;

/** The words for what turns after a fork are given of what was asked of the simulation that was forked. */
public final class RecordedInputs {

    public static final String NONE = "none";
    public static final String RECORDED = "recorded";
    public static final String WORDS = NONE + "|" + RECORDED;
    public static final String MESSAGE = "Input should be 'none' or 'recorded'";

    private RecordedInputs() {}

    public static boolean areAsked(@Nullable String word) {
        return RECORDED.equals(word);
    }

    public static String word(boolean recorded) {
        return recorded ? RECORDED : NONE;
    }
}
