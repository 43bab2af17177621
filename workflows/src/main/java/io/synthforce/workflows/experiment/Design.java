package io.synthforce.workflows.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.synthforce.workflows.comparison.Comparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How runs are compared and when there are enough of them; declared before the first one is played.
 *
 * @param pairing whether runs of one block are compared as pairs, because they share their draws
 * @param stop when it may end before all repeats are played, or null
 * @param extension so many more repeats may be asked for when all are played; null when none were announced
 * @param sensitivity parameters tried one at a time; their options, low before high, are the last ones of the plan
 * @param expectations at most one of each option
 */
public record Design(
        boolean pairing,
        @Nullable StopRule stop,
        @Nullable Integer extension,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Probe> sensitivity,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Expectation> expectations) {

    /** Independent runs, all of them. */
    public static final Design PLAIN = new Design(false, null, List.of());

    /** A little is kept back for looking at the width after every block. */
    private static final double LOOKING = 0.9;

    public Design {
        sensitivity = sensitivity == null ? List.of() : List.copyOf(sensitivity);
        expectations = expectations == null ? List.of() : List.copyOf(expectations);
    }

    /** Nothing is added to it. */
    public Design(boolean pairing, @Nullable StopRule stop, List<Probe> sensitivity) {
        this(pairing, stop, null, sensitivity);
    }

    /** Where nobody said what to expect. */
    public Design(boolean pairing, @Nullable StopRule stop, @Nullable Integer extension, List<Probe> sensitivity) {
        this(pairing, stop, extension, sensitivity, List.of());
    }

    public Design expecting(List<Expectation> expected) {
        return new Design(pairing, stop, extension, sensitivity, expected);
    }

    /** Whether nobody looks at it more than once. */
    boolean looksOnce() {
        return stop == null && extension == null;
    }

    /**
     * What may be wrong at each look. With an announced extension there are two of them, before and after it; each gets
     * half, so that both hold at once (Bonferroni's inequality, which asks for no assumption about how the looks depend
     * on each other; the boundary of Pocock 1977 for two looks, 0.0294, holds for normal sums only).
     */
    double alpha() {
        double all = stop == null ? Comparison.ALPHA : Comparison.ALPHA * LOOKING;
        return extension == null ? all : all / 2;
    }
}
