package io.synthforce.workflows.comparison;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares options with no change on one number. Intervals are simultaneous: in 95 of 100 experiments all of them hold at
 * once, so looking at many options does not raise the share of false alarms. Fewer than six runs are never judged.
 *
 * @param upIsBetter which way is good
 * @param matters the smallest difference that matters, at least 0
 * @param paired whether values in the same places share their draws
 */
public record Comparison(boolean upIsBetter, double matters, boolean paired) {

    public static final int FEWEST = 6;

    private static final int MOST_NEEDED = 10_000;

    /** @return a judgement for each option, in their order */
    public List<Judgement> judge(List<Sample> options, Sample control) {
        List<Sample> judged =
                options.stream().filter(option -> hasNoise(option, control)).toList();
        List<Contrast> contrasts =
                judged.stream().map(option -> contrast(option, control)).toList();
        double critical = contrasts.isEmpty() ? Double.NaN : critical(contrasts);
        List<Judgement> judgements = new ArrayList<>();
        for (Sample option : options) {
            judgements.add(
                    hasNoise(option, control) ? judgement(option, control, critical) : withoutNoise(option, control));
        }
        return judgements;
    }

    private boolean hasNoise(Sample option, Sample control) {
        boolean enough = Math.min(option.n(), control.n()) >= FEWEST;
        return enough
                && (paired
                        ? !Contrast.differences(option, control).isConstant()
                        : !(option.isConstant() && control.isConstant()));
    }

    /** Pairs share no error of a control mean; Bonferroni's inequality covers whatever they do share. */
    private double critical(List<Contrast> contrasts) {
        return paired ? Bonferroni.critical(contrasts) : Simultaneous.critical(contrasts);
    }

    private Contrast contrast(Sample option, Sample control) {
        return paired ? Contrast.paired(option, control) : Contrast.welch(option, control);
    }

    private Judgement withoutNoise(Sample option, Sample control) {
        double difference = option.mean() - control.mean();
        boolean few = Math.min(option.n(), control.n()) < FEWEST;
        return new Judgement(difference, null, few ? Verdict.TOO_FEW_RUNS : Verdict.IDENTICAL, null, null);
    }

    private Judgement judgement(Sample option, Sample control, double critical) {
        Contrast contrast = contrast(option, control);
        Interval interval = contrast.interval(critical);
        Verdict verdict = verdict(upIsBetter ? interval : interval.negated());
        return new Judgement(
                contrast.difference(),
                interval,
                verdict,
                verdict == Verdict.UNDECIDED ? needed(contrast, interval, option.n()) : null,
                paired ? correlation(option, control) : null);
    }

    /** @param gain interval of how much better it is */
    private Verdict verdict(Interval gain) {
        if (gain.low() > matters) {
            return Verdict.BETTER;
        }
        if (gain.high() < -matters) {
            return Verdict.WORSE;
        }
        boolean small = matters > 0 && gain.low() > -matters && gain.high() < matters;
        return small ? Verdict.NO_DIFFERENCE_THAT_MATTERS : Verdict.UNDECIDED;
    }

    /** As many as would shrink the interval to where it decides, if the difference stayed what it is. */
    private @Nullable Integer needed(Contrast contrast, Interval interval, int n) {
        double gap = Math.abs(Math.abs(contrast.difference()) - matters);
        if (gap == 0) {
            return null;
        }
        double ratio = interval.half() / gap;
        double needed = Math.ceil(n * ratio * ratio);
        return needed > MOST_NEEDED ? null : (int) Math.max(needed, n + 1.0);
    }

    private static @Nullable Double correlation(Sample option, Sample control) {
        double spread = Math.sqrt(option.variance() * control.variance());
        if (spread == 0) {
            return null;
        }
        double differences = Contrast.differences(option, control).variance();
        return (option.variance() + control.variance() - differences) / (2 * spread);
    }
}
