package io.synthforce.api.experiment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.branch.Modification;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a what-if. Outcomes and analyses are those of the first option, from what happened in its branches.
 *
 * @param overallConfidence lower 95 % limit of the share of pairs in which the first option did better, a tie counting half
 * @param expectation what the caller expected, as it was locked at the start
 * @param basis what all runs have in common, and so what the comparison holds for
 * @param exploratory repeats were added that had not been announced: intervals and verdicts hold less often than they say
 * @param scripted a script answered, and no model was asked
 * @param trunks from how many runs of the turns before the base turn it was tried
 * @param unit what is counted and compared, {@code run}, or {@code trunk} where there are several
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

        @Schema(
                allowableValues = {"in_progress", "completed", "cancelled"},
                example = "completed")
        String status,

        int repeats,
        OutcomeAnswer outcome,
        List<OptionAnswer> options,
        List<ExpectationAnswer> expectation,
        String basis,
        boolean exploratory,
        boolean scripted,
        @Schema(example = "none") String inputs,
        int trunks,
        @Schema(example = "run") String unit) {

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
     * @param secondary what is told beside it, as data.csv names it
     */
    @Schema(name = "WhatIfTarget")
    record OutcomeAnswer(
            String primary,
            @Schema(example = "indicator") String kind,
            String name,
            String unit,
            @Schema(example = "up") String direction,
            @Nullable BigDecimal matters,
            int atTurn,
            List<String> secondary) {}
}
