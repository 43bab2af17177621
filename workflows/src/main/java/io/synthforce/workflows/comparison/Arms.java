package io.synthforce.workflows.comparison;

import java.util.List;

/** Runs of an option beside those they are compared with. Pairs need as many on both sides, in the same order. */
public record Arms(Sample changed, Sample unchanged) {

    /** As many as there are on the smaller side. */
    int fewest() {
        return Math.min(changed.n(), unchanged.n());
    }

    /** As many on the side that has more as on the other, from all over the experiment. */
    Arms balanced() {
        return new Arms(changed.spread(fewest()), unchanged.spread(fewest()));
    }

    static List<Arms> beside(Sample control, List<Sample> options) {
        return options.stream().map(option -> new Arms(option, control)).toList();
    }
}
