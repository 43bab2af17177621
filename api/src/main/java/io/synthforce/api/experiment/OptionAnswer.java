package io.synthforce.api.experiment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.wire.OneOf;
import io.synthforce.workflows.comparison.Check;
import io.synthforce.workflows.comparison.Comparison;
import io.synthforce.workflows.comparison.Interval;
import io.synthforce.workflows.comparison.Proportion;
import io.synthforce.workflows.comparison.Verdict;
import io.synthforce.workflows.experiment.Divergence;
import io.synthforce.workflows.experiment.OptionFinding;
import io.synthforce.workflows.experiment.OutcomeFinding;
import io.synthforce.workflows.experiment.Share;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an option did on the primary outcome.
 *
 * @param n how much there is of what counts: its runs, or the trunks these are of
 * @param runs that count: those of whole blocks that did not fail
 * @param mean of runs that survived; for a share, in how many of 100 runs it was seen
 * @param values what each run came to where fewer than six count, too few for more than to be looked at; else empty
 * @param meanOf how many runs, or trunks where these count, the mean is of, {@code unchangedOf} the one without change
 * @param wins pairs of runs that share their draws in which the option did better; whoever is ruined did worse
 * @param share what is more to say where runs are counted; null for a level
 * @param ruined runs in which the company was ruined; levels are compared among those that survived
 * @param verdict {@code better} or {@code worse} by more than matters, {@code no_difference_that_matters},
 *     {@code undecided}, {@code identical}, {@code too_few_runs} (below 6; of shares below 10), {@code judge_unchecked}
 *     or {@code not_comparable}
 * @param noVerdict why there is none; null where there is one
 * @param intervalLow of the difference, 95 % for all options at once; null where there is none
 * @param check what a bootstrap says beside the interval, from 30 runs of either kind on; else null
 * @param repeatsNeeded about how many would decide
 * @param repeatsNeededUsd about what all their runs will take, by what runs took so far; null when that is not known
 * @param noPrice why that is not known; null where it is, or where nothing is needed
 * @param correlation that pairs had; null unless pairing was declared
 * @param otherwiseAtMost where every run came out the same: the largest share that may come out otherwise, 3/n
 */
@Schema(name = "WhatIfOptionResult")
record OptionAnswer(
        String name,
        int runs,
        int controls,
        int n,
        int failed,
        @Nullable Double mean,
        int meanOf,
        @Nullable Double unchanged,
        int unchangedOf,
        @Nullable Double difference,
        List<Double> values,
        List<Double> unchangedValues,
        int wins,
        int ties,
        int losses,
        double probability,
        int ruined,
        int ruinedUnchanged,
        @OneOf(Verdict.class) @Schema(example = "undecided") String verdict,
        @Nullable String noVerdict,
        @Nullable Double intervalLow,
        @Nullable Double intervalHigh,
        @Nullable CheckAnswer check,
        @Nullable Integer repeatsNeeded,
        @Nullable BigDecimal repeatsNeededUsd,
        @Nullable String noPrice,
        @Nullable Double correlation,
        @Nullable Double otherwiseAtMost,
        @Nullable ShareAnswer share,
        ShareAnswer ruin,
        List<SecondaryAnswer> secondary,
        @Nullable DivergenceAnswer firstDivergence,
        String told) {

    static OptionAnswer of(OptionFinding option) {
        Interval interval = option.judgement().interval();
        OutcomeFinding primary = option.primary();
        Share share = primary.share();
        return new OptionAnswer(
                option.name(),
                option.runs(),
                option.controls(),
                option.n(),
                option.failed(),
                primary.mean(),
                primary.values().size(),
                primary.unchanged(),
                primary.unchangedValues().size(),
                option.difference(),
                few(primary) ? primary.values() : List.of(),
                few(primary) ? primary.unchangedValues() : List.of(),
                option.score().wins(),
                option.score().ties(),
                option.score().losses(),
                option.score().probability(),
                option.ruin().changed().seen(),
                option.ruin().unchanged().seen(),
                option.judgement().verdict().word(),
                option.noVerdict(),
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                CheckAnswer.of(option.check()),
                option.judgement().needed(),
                option.neededUsd(),
                option.noPrice(),
                option.judgement().correlation(),
                option.otherwise(),
                share == null ? null : ShareAnswer.of(share),
                ShareAnswer.of(option.ruin()),
                option.secondary().stream().map(SecondaryAnswer::of).toList(),
                DivergenceAnswer.of(option.divergence()),
                option.told());
    }

    private static boolean few(OutcomeFinding outcome) {
        return Math.min(outcome.values().size(), outcome.unchangedValues().size()) < Comparison.FEWEST;
    }

    /**
     * Percentiles of differences of runs drawn again from those there are.
     *
     * @param agrees whether they would allow the same verdict
     */
    @Schema(name = "WhatIfCheck")
    record CheckAnswer(double low, double high, boolean agrees) {

        static @Nullable CheckAnswer of(@Nullable Check check) {
            return check == null
                    ? null
                    : new CheckAnswer(check.interval().low(), check.interval().high(), check.agrees());
        }
    }

    /**
     * In what share of runs something was seen, with intervals of 95 %: Wilson's of the shares, Newcombe's of their
     * difference for all options at once; from 0 to 1. No share is a probability.
     *
     * @param share null without runs
     * @param exactTest p of Boschloo's test that both shares are one; null where there is none, or nothing was seen
     * @param why there is no interval of the difference; null where there is one
     */
    @Schema(name = "WhatIfShare")
    record ShareAnswer(
            @Nullable Double share,
            double low,
            double high,
            @Nullable Double unchangedShare,
            double unchangedLow,
            double unchangedHigh,
            @Nullable Double differenceLow,
            @Nullable Double differenceHigh,
            @Nullable Double exactTest,
            @Nullable String why) {

        static ShareAnswer of(Share share) {
            Interval changed = share.changed().wilson();
            Interval unchanged = share.unchanged().wilson();
            Interval difference = share.difference();
            return new ShareAnswer(
                    share(share.changed()),
                    changed.low(),
                    changed.high(),
                    share(share.unchanged()),
                    unchanged.low(),
                    unchanged.high(),
                    difference == null ? null : difference.low(),
                    difference == null ? null : difference.high(),
                    share.exactTest(),
                    share.why());
        }

        private static @Nullable Double share(Proportion seen) {
            return seen.n() == 0 ? null : seen.share();
        }
    }

    /**
     * What an option came to on another outcome than the one it is judged by: told, never judged.
     *
     * @param outcome as data.csv names it
     * @param share what is more to say where runs are counted; null for a level
     */
    @Schema(name = "WhatIfSecondary")
    record SecondaryAnswer(
            @Schema(example = "customers") String outcome,
            String name,
            String unit,
            @Nullable Double mean,
            int meanOf,
            @Nullable Double unchanged,
            int unchangedOf,
            @Nullable Double difference,
            @Nullable ShareAnswer share) {

        static SecondaryAnswer of(OutcomeFinding finding) {
            Share share = finding.share();
            return new SecondaryAnswer(
                    finding.measure().id(),
                    finding.measure().name(),
                    finding.measure().unit(),
                    finding.mean(),
                    finding.values().size(),
                    finding.unchanged(),
                    finding.unchangedValues().size(),
                    finding.difference(),
                    share == null ? null : ShareAnswer.of(share));
        }
    }

    /**
     * The first turn in which the mean of an indicator lies outside the range of the runs without change, or most runs
     * decided what none of those did; null when none does, or when there are fewer than two runs without change.
     *
     * @param turn of the simulation
     * @param what names of the indicators, and decisions
     */
    @Schema(name = "WhatIfDivergence")
    record DivergenceAnswer(int turn, List<String> what) {

        static @Nullable DivergenceAnswer of(@Nullable Divergence divergence) {
            return divergence == null ? null : new DivergenceAnswer(divergence.turn(), divergence.what());
        }
    }
}
