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
 * @param alpha the share of experiments without any effect that may raise an alarm
 */
public record Comparison(boolean upIsBetter, double matters, boolean paired, double alpha) {

    public static final int FEWEST = 6;

    /** Of an experiment that is looked at once. */
    public static final double ALPHA = 0.05;

    /** @return a judgement for each option, in their order */
    public List<Judgement> judge(List<Sample> options, Sample control) {
        return judge(Arms.beside(control, options));
    }

    /** @return a judgement for each option, in their order; unpaired ones are compared with the same control */
    public List<Judgement> judge(List<Arms> options) {
        List<Arms> noisy = options.stream().filter(this::hasNoise).toList();
        if (!paired && Skew.isTooLarge(noisy)) {
            return judgeAlike(options.stream().map(Arms::balanced).toList());
        }
        return judgeAlike(options);
    }

    /**
     * What a bootstrap says of an option that was judged by an interval.
     *
     * @param options compared at once
     * @param seed the same one always gives the same check
     * @return null without an interval, or where there are too few runs for a bootstrap
     */
    public @Nullable Check check(Arms option, Judgement judgement, int options, long seed) {
        if (judgement.interval() == null || option.fewest() < Bootstrap.FEWEST) {
            return null;
        }
        Interval interval = new Bootstrap(alpha / options, paired).interval(option, seed);
        return new Check(interval, verdict(interval) == judgement.verdict());
    }

    private List<Judgement> judgeAlike(List<Arms> options) {
        List<Contrast> contrasts =
                options.stream().filter(this::hasNoise).map(this::contrast).toList();
        double critical = contrasts.isEmpty() ? Double.NaN : critical(contrasts);
        List<Judgement> judgements = new ArrayList<>();
        for (Arms option : options) {
            judgements.add(hasNoise(option) ? judgement(option, critical) : withoutNoise(option, options.size()));
        }
        return judgements;
    }

    private boolean hasNoise(Arms option) {
        return option.fewest() >= FEWEST && !Constant.is(option, paired);
    }

    /** Pairs share no error of a control mean; Bonferroni's inequality covers whatever they do share. */
    private double critical(List<Contrast> contrasts) {
        return paired ? Bonferroni.critical(contrasts, alpha) : Simultaneous.critical(contrasts, alpha);
    }

    private Contrast contrast(Arms option) {
        return paired
                ? Contrast.paired(option.changed(), option.unchanged())
                : Contrast.welch(option.changed(), option.unchanged());
    }

    private Judgement withoutNoise(Arms option, int options) {
        Constant constant = new Constant(option, paired);
        return option.fewest() < FEWEST
                ? Judgement.none(constant.difference(), Verdict.TOO_FEW_RUNS, option.fewest())
                : Judgement.constant(
                        constant.difference(), constant.verdict(upIsBetter, matters, alpha / options), option.fewest());
    }

    private Judgement judgement(Arms option, double critical) {
        Contrast contrast = contrast(option);
        Interval interval = contrast.interval(critical);
        Verdict verdict = verdict(interval);
        return new Judgement(
                contrast.difference(),
                interval,
                verdict,
                option.fewest(),
                false,
                verdict == Verdict.UNDECIDED
                        ? Judgement.needed(
                                contrast.difference(),
                                interval.half(),
                                matters,
                                option.changed().n())
                        : null,
                paired ? correlation(option.changed(), option.unchanged()) : null);
    }

    private Verdict verdict(Interval difference) {
        return Verdict.of(upIsBetter ? difference : difference.negated(), matters);
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
