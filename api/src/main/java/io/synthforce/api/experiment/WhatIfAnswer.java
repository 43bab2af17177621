package io.synthforce.api.experiment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.branch.Modification;
import io.synthforce.workflows.comparison.Interval;
import io.synthforce.workflows.comparison.Proportion;
import io.synthforce.workflows.experiment.Divergence;
import io.synthforce.workflows.experiment.OptionFinding;
import io.synthforce.workflows.experiment.OutcomeFinding;
import io.synthforce.workflows.experiment.Share;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a what-if. Outcomes and analyses are those of the first option, from what happened in its branches.
 *
 * @param overallConfidence lower 95 % limit of the share of pairs in which the first option did better, a tie counting half
 * @param scripted a script answered, and no model was asked
 * @param inputs what the turns of all branches are given, {@code none} or {@code recorded}
 * @param status {@code in_progress} with empty lists, {@code completed} or {@code cancelled}
 */
@Schema(name = "WhatIf")
record WhatIfAnswer(
        UUID id,
        UUID sessionId,
        int baseTurn,
        @Nullable String name,
        List<Modification> modifications,
        List<PredictedOutcome> predictedOutcomes,
        List<AgentAnalysis> agentAnalyses,
        double overallConfidence,
        String recommendation,
        Instant createdAt,
        @Nullable String description,
        @Schema(example = "completed") String status,
        int repeats,
        OutcomeAnswer outcome,
        List<OptionAnswer> options,
        boolean scripted,
        @Schema(example = "none") String inputs) {

    /**
     * After one of the turns that were played.
     *
     * @param turn from 1: the first turn after the base turn
     * @param probability (wins + ½ ties + ½) / (n + 1) of the pairs of runs, on the primary outcome after this turn
     */
    @Schema(name = "PredictedOutcome")
    record PredictedOutcome(
            int turn,
            String summary,
            List<String> keyChanges,
            List<String> riskFactors,
            List<String> opportunities,
            double probability,
            int simulatedTurn) {}

    /**
     * How an agent acted, compared with how it did without the change.
     *
     * @param impactAssessment high from a difference of 0.5, medium from 0.2
     * @param difference 0 to 1: the larger of how far its mean stance moved and how its choice of actions differed
     */
    @Schema(name = "AgentAnalysis")
    record AgentAnalysis(
            String agentRole,
            @Schema(example = "medium") String impactAssessment,
            List<String> recommendedActions,
            List<String> concerns,
            double confidence,
            String seat,
            double difference) {}

    /**
     * What options are judged by at the last turn.
     *
     * @param primary as data.csv names it
     * @param kind {@code indicator}, {@code ruin}, {@code decision}, {@code stance} or {@code proposition}
     * @param unit of levels; shares of runs are told in per cent, and compared in points
     */
    @Schema(name = "WhatIfTarget")
    record OutcomeAnswer(
            String primary,
            @Schema(example = "indicator") String kind,
            String name,
            String unit,
            @Schema(example = "up") String direction,
            @Nullable BigDecimal matters,
            int atTurn) {}

    /**
     * How an option did on the primary outcome.
     *
     * @param runs that count: those of whole blocks that did not fail
     * @param mean of runs that survived; for a share, in how many of 100 runs it was seen
     * @param meanOf how many runs the mean is of, {@code unchangedOf} the one without change
     * @param wins pairs of runs that share their draws in which the option did better; whoever is ruined did worse
     * @param share what is more to say where runs are counted; null for a level
     * @param ruined runs in which the company was ruined; levels are compared among those that survived
     * @param verdict {@code better} or {@code worse} by more than matters, {@code no_difference_that_matters},
     *     {@code undecided}, {@code identical}, {@code too_few_runs} (below 6) or {@code not_comparable}
     * @param noVerdict why there is none; null where there is one
     * @param intervalLow of the difference, 95 % for all options at once; null where there is none
     * @param repeatsNeeded about how many would decide
     * @param correlation that pairs had; null unless pairing was declared
     * @param otherwiseAtMost where every run came out the same: the largest share that may come out otherwise, 3/n
     */
    @Schema(name = "WhatIfOptionResult")
    record OptionAnswer(
            String name,
            int runs,
            int controls,
            int failed,
            @Nullable Double mean,
            int meanOf,
            @Nullable Double unchanged,
            int unchangedOf,
            @Nullable Double difference,
            int wins,
            int ties,
            int losses,
            double probability,
            int ruined,
            int ruinedUnchanged,
            @Schema(example = "undecided") String verdict,
            @Nullable String noVerdict,
            @Nullable Double intervalLow,
            @Nullable Double intervalHigh,
            @Nullable Integer repeatsNeeded,
            @Nullable Double correlation,
            @Nullable Double otherwiseAtMost,
            @Nullable ShareAnswer share,
            ShareAnswer ruin,
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
                    option.failed(),
                    primary.mean(),
                    primary.values().size(),
                    primary.unchanged(),
                    primary.unchangedValues().size(),
                    option.difference(),
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
                    option.judgement().needed(),
                    option.judgement().correlation(),
                    option.otherwise(),
                    share == null ? null : ShareAnswer.of(share),
                    ShareAnswer.of(option.ruin()),
                    DivergenceAnswer.of(option.divergence()),
                    option.told());
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
