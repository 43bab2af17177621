package io.synthforce.workflows.experiment;

import io.synthforce.workflows.comparison.Check;
import io.synthforce.workflows.comparison.Comparison;
import io.synthforce.workflows.comparison.Interval;
import io.synthforce.workflows.comparison.Judgement;
import io.synthforce.workflows.comparison.Proportion;

/** An option in a few sentences: raw numbers first, then what may be said of them. */
final class Telling {

    private final Plan plan;
    private final Measure measure;

    Telling(Plan plan, Measure measure) {
        this.plan = plan;
        this.measure = measure;
    }

    String of(OptionFinding option) {
        return numbers(option) + verdict(option) + check(option) + ruin(option) + divergence(option);
    }

    private String numbers(OptionFinding option) {
        if (option.runs() == 0 || option.controls() == 0) {
            return "%s: nothing to compare, %s failed.".formatted(option.name(), Figures.runs(option.failed()));
        }
        OutcomeFinding primary = option.primary();
        String apart = primary.told();
        if (apart.isEmpty()) {
            return "%s: no %s to compare after turn %d, as no run of one kind %s."
                    .formatted(
                            option.name(),
                            primary.target().isShare() ? "share" : "level",
                            plan.horizon(),
                            primary.target().isShare() ? "shows it" : "survived");
        }
        Score score = option.score();
        return "%s: %s after turn %d was %s; better %s%s."
                .formatted(
                        option.name(),
                        measure.name(),
                        plan.horizon(),
                        apart,
                        new Proportion(score.wins(), score.n())
                                .told(plan.ofTrunks() ? "pairs of trunks" : "pairs of runs"),
                        score.ties() == 0 ? "" : ", equal in " + score.ties());
    }

    private String verdict(OptionFinding option) {
        Judgement judgement = option.judgement();
        String between = judgement.constant() ? ", alike " + alike(judgement) : interval(judgement);
        return switch (judgement.verdict()) {
            case BETTER -> " Better by more than matters" + between + ".";
            case WORSE -> " Worse by more than matters" + between + ".";
            case NO_DIFFERENCE_THAT_MATTERS -> " No difference that matters" + between + ".";
            case UNDECIDED -> " Undecided" + between + needed(option) + ".";
            case IDENTICAL -> " Identical " + alike(judgement) + ".";
            case TOO_FEW_RUNS -> option.n() < Comparison.FEWEST ? "" : noVerdict(option);
            case JUDGE_UNCHECKED, NOT_COMPARABLE -> noVerdict(option);
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
                        measure.apart(),
                        correlation == null ? "" : "; pairs correlate at " + Figures.plain(correlation));
    }

    private String needed(OptionFinding option) {
        if (option.judgement().needed() == null) {
            return "";
        }
        String price = option.neededUsd() == null
                ? ""
                : ", about %s USD for all their runs"
                        .formatted(option.neededUsd().toPlainString());
        return "; about %d %s would decide%s"
                .formatted(option.judgement().needed(), plan.ofTrunks() ? "trunks" : "repeats", price);
    }

    /** What agrees needs no word. */
    private String check(OptionFinding option) {
        Check check = option.check();
        return check == null || check.agrees()
                ? ""
                : " A bootstrap would say otherwise (%s to %s %s)."
                        .formatted(
                                Figures.signed(check.interval().low()),
                                Figures.signed(check.interval().high()),
                                measure.apart());
    }

    private static String noVerdict(OptionFinding option) {
        return " No verdict: %s.".formatted(option.noVerdict());
    }

    /** Nothing varied, so there is no interval; three in n is what n runs without an exception leave possible. */
    private String alike(Judgement judgement) {
        String counted = plan.ofTrunks() ? "trunks" : "runs";
        String kind = judgement.difference() == 0 ? " of either kind" : " of each kind";
        return "in all %d %s, so there is no interval; at most 3 of %d otherwise"
                .formatted(
                        judgement.n(), plan.design().pairing() ? "pairs of " + counted : counted + kind, judgement.n());
    }

    /** Nothing where nothing was ruined, or where that is what options are judged by. */
    private static String ruin(OptionFinding option) {
        Share ruin = option.ruin();
        if (!ruin.isSeen() || option.primary().target() instanceof Target.OfRuin) {
            return "";
        }
        Interval difference = ruin.difference();
        String apart = difference == null
                ? "; no interval of the difference, as " + ruin.why()
                : "; difference %.0f to %.0f points".formatted(100 * difference.low(), 100 * difference.high());
        return " Ruined %s, without the change %s%s."
                .formatted(ruin.changed().told(), ruin.unchanged().told(), apart);
    }

    private static String divergence(OptionFinding option) {
        Divergence divergence = option.divergence();
        return divergence == null
                ? ""
                : " Leaves the range of no change in turn %d: %s."
                        .formatted(divergence.turn(), String.join(", ", divergence.what()));
    }
}
