package io.synthforce.workflows.experiment;

import io.synthforce.workflows.comparison.Check;
import io.synthforce.workflows.comparison.Judgement;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an option did at the horizon.
 *
 * @param runs of the option that did not fail
 * @param controls runs without change that did not
 * @param n how much there is of what counts: its runs, or the trunks these are of
 * @param failed runs of the option that failed
 * @param primary what it is judged by
 * @param secondary what else was to be told of it
 * @param ruin apart from it: in how many runs the company was ruined
 * @param judgement on the primary outcome; its interval is simultaneous over the options
 * @param check what a bootstrap says of the interval, null where it is not asked
 * @param neededUsd about what all runs of so many repeats as would decide will take; null when that is not known
 * @param noPrice why it is not, null where nothing is needed
 * @param noVerdict why there is none, or null
 * @param divergence the first turn in which it leaves the range of no change, or null
 */
public record OptionFinding(
        String name,
        int runs,
        int controls,
        int n,
        int failed,
        OutcomeFinding primary,
        List<OutcomeFinding> secondary,
        Score score,
        Share ruin,
        @Nullable Divergence divergence,
        Judgement judgement,
        @Nullable Check check,
        @Nullable BigDecimal neededUsd,
        @Nullable String noPrice,
        @Nullable String noVerdict,
        String told) {

    public OptionFinding {
        secondary = List.copyOf(secondary);
    }

    OptionFinding told(String sentences) {
        return new OptionFinding(
                name,
                runs,
                controls,
                n,
                failed,
                primary,
                secondary,
                score,
                ruin,
                divergence,
                judgement,
                check,
                neededUsd,
                noPrice,
                noVerdict,
                sentences);
    }

    /** The largest share of runs that may turn out otherwise where none did (95 %); null where something varied. */
    public @Nullable Double otherwise() {
        return judgement.constant() ? Math.min(1, 3.0 / judgement.n()) : null;
    }

    public @Nullable Double difference() {
        return primary.difference();
    }
}
