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
 * @param sensitivity parameters tried one at a time; their options, low before high, are the last ones of the plan
 */
public record Design(
        boolean pairing,
        @Nullable StopRule stop,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Probe> sensitivity) {

    /** Independent runs, all of them. */
    public static final Design PLAIN = new Design(false, null, List.of());

    /** A little is kept back for looking at the width after every block. */
    private static final double LOOKING = 0.9;

    public Design {
        sensitivity = sensitivity == null ? List.of() : List.copyOf(sensitivity);
    }

    double alpha() {
        return stop == null ? Comparison.ALPHA : Comparison.ALPHA * LOOKING;
    }
}
