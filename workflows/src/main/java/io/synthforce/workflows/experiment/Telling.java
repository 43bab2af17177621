package io.synthforce.workflows.experiment;

import io.synthforce.workflows.comparison.Interval;
import io.synthforce.workflows.comparison.Judgement;
import io.synthforce.workflows.comparison.Proportion;
import io.synthforce.workflows.world.Indicator;

/** An option in a few sentences: raw numbers first, then what may be said of them. */
final class Telling {

    private final Plan plan;
    private final Indicator indicator;

    Telling(Plan plan, Indicator indicator) {
        this.plan = plan;
        this.indicator = indicator;
    }

    String of(OptionFinding option) {
        return numbers(option) + verdict(option) + option.ruin().told() + divergence(option);
    }

    private String numbers(OptionFinding option) {
        if (option.runs() == 0 || option.controls() == 0) {
            return "%s: nothing to compare, %s failed.".formatted(option.name(), Figures.runs(option.failed()));
        }
        Double mean = option.mean();
        Double unchanged = option.unchanged();
        Double difference = option.difference();
        if (mean == null || unchanged == null || difference == null) {
            return "%s: no level to compare after turn %d, as no run of one kind survived."
                    .formatted(option.name(), plan.horizon());
        }
        Score score = option.score();
        return "%s: %s after turn %d was %s %s in %s, without the change %s in %d (difference %s); better %s%s."
                .formatted(
                        option.name(),
                        indicator.name(),
                        plan.horizon(),
                        Figures.plain(mean),
                        indicator.unit(),
                        Figures.runs(survivors(option.ruin().changed())),
                        Figures.plain(unchanged),
                        survivors(option.ruin().unchanged()),
                        Figures.signed(difference),
                        new Proportion(score.wins(), score.n()).told("pairs of runs"),
                        score.ties() == 0 ? "" : ", equal in " + score.ties());
    }

    private static int survivors(Proportion ruined) {
        return ruined.n() - ruined.seen();
    }

    private String verdict(OptionFinding option) {
        Judgement judgement = option.judgement();
        String between = interval(judgement);
        return switch (judgement.verdict()) {
            case BETTER -> " Better by more than matters" + between + ".";
            case WORSE -> " Worse by more than matters" + between + ".";
            case NO_DIFFERENCE_THAT_MATTERS -> " No difference that matters" + between + ".";
            case UNDECIDED ->
                " Undecided" + between
                        + (judgement.needed() == null
                                ? "."
                                : "; about %d repeats would decide.".formatted(judgement.needed()));
            case IDENTICAL -> identical(option);
            case TOO_FEW_RUNS -> "";
            case NOT_COMPARABLE -> " No verdict: other models answered, or far more runs of one kind failed.";
        };
    }

    private String interval(Judgement judgement) {
        Interval interval = judgement.interval();
        if (interval == null) {
            return "";
        }
        Double correlation = judgement.correlation();
        return " (95 %% interval %s to %s %s, all options at once%s)"
                .formatted(
                        Figures.signed(interval.low()),
                        Figures.signed(interval.high()),
                        indicator.unit(),
                        correlation == null ? "" : "; pairs correlate at " + Figures.plain(correlation));
    }

    /** Nothing varied, so there is no interval; three in n is what n runs without an exception leave possible. */
    private static String identical(OptionFinding option) {
        int n = Math.min(option.runs(), option.controls());
        return " Identical in all %d runs of %s kind, so there is no interval; at most 3 of %d otherwise."
                .formatted(n, option.judgement().difference() == 0 ? "either" : "each", n);
    }

    private static String divergence(OptionFinding option) {
        Divergence divergence = option.divergence();
        return divergence == null
                ? ""
                : " Leaves the range of no change in turn %d: %s."
                        .formatted(divergence.turn(), String.join(", ", divergence.what()));
    }
}
