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
        List<OptionAnswer> options) {

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

    /** What options are judged by at the last turn. */
    @Schema(name = "WhatIfTarget")
    record OutcomeAnswer(
            String primary,
            String unit,
            @Schema(example = "up") String direction,
            @Nullable BigDecimal matters,
            int atTurn) {}

    /**
     * How an option did on the primary outcome.
     *
     * @param runs that count: those of whole blocks that did not fail
     * @param ruined runs in which the company was ruined; levels are compared among those that survived
     * @param verdict {@code better} or {@code worse} by more than matters, {@code no_difference_that_matters},
     *     {@code undecided}, {@code identical}, {@code too_few_runs} (below 6) or {@code not_comparable}
     * @param intervalLow of the difference, 95 % for all options at once; null where there is none
     * @param repeatsNeeded about how many would decide
     */
    @Schema(name = "WhatIfOptionResult")
    record OptionAnswer(
            String name,
            int runs,
            int controls,
            int failed,
            @Nullable Double mean,
            @Nullable Double unchanged,
            @Nullable Double difference,
            int wins,
            int ties,
            int losses,
            double probability,
            int ruined,
            int ruinedUnchanged,
            @Schema(example = "undecided") String verdict,
            @Nullable Double intervalLow,
            @Nullable Double intervalHigh,
            @Nullable Integer repeatsNeeded,
            String told) {}
}
