package io.synthforce.workflows.experiment;

import io.synthforce.workflows.scenario.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an option's runs came to on one target at the horizon, beside those without change.
 *
 * @param values of the runs that count, in order of blocks; of a share {@link Target#SEEN} or 0. Of a level they are of the
 *     trunks, where these count
 * @param share what is more to say of one, null for a level
 * @param byTrunk whether trunks count
 */
public record OutcomeFinding(
        Target target,
        Measure measure,
        List<Double> values,
        List<Double> unchangedValues,
        @Nullable Share share,
        boolean byTrunk) {

    public OutcomeFinding {
        values = List.copyOf(values);
        unchangedValues = List.copyOf(unchangedValues);
    }

    static OutcomeFinding of(Target target, Scenario scenario, Trials trials, Plan plan) {
        int turn = plan.horizon();
        boolean share = target.isShare();
        return new OutcomeFinding(
                target,
                Measure.of(target, scenario),
                share ? Trials.values(trials.changed(), target, turn) : trials.levels(trials.changed(), target, turn),
                share
                        ? Trials.values(trials.unchanged(), target, turn)
                        : trials.levels(trials.unchanged(), target, turn),
                share ? Share.of(target, trials, plan) : null,
                trials.byTrunk());
    }

    /** Null without runs that count. */
    public @Nullable Double mean() {
        return mean(values);
    }

    public @Nullable Double unchanged() {
        return mean(unchangedValues);
    }

    public @Nullable Double difference() {
        Double mean = mean();
        Double unchanged = unchanged();
        return mean == null || unchanged == null ? null : mean - unchanged;
    }

    /** Both sides of it, such as {@code 12 k$ in 8 runs, without the change 9 in 8 (difference +3)}; empty without one. */
    public String told() {
        Double mean = mean();
        Double unchanged = unchanged();
        Double difference = difference();
        if (mean == null || unchanged == null || difference == null) {
            return "";
        }
        return share == null
                ? "%s %s in %s, without the change %s in %d (difference %s)"
                        .formatted(
                                Figures.plain(mean),
                                measure.unit(),
                                counted(),
                                Figures.plain(unchanged),
                                unchangedValues.size(),
                                Figures.signed(difference))
                : "%s %%, %s, without the change %s (difference %s points)"
                        .formatted(
                                Figures.plain(mean),
                                share.changed().told(),
                                share.unchanged().told(),
                                Figures.signed(difference));
    }

    /** How many runs of the option its level is of, or trunks where these count. */
    String counted() {
        return byTrunk ? values.size() + " trunks" : Figures.runs(values.size());
    }

    private static @Nullable Double mean(List<Double> values) {
        return values.isEmpty()
                ? null
                : values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
