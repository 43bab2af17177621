package io.synthforce.api.turn;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.turn.TurnAnswer.ModelAnswer;
import io.synthforce.workflows.contribution.AgentMetrics;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one agent said in a turn, in its private first position and in the discussion.
 *
 * @param response its position; empty when it gave none
 * @param reasoning always null; kept for older clients
 * @param actionsProposed what it would do now, at most five: actions of the catalogue first, then free proposals
 * @param confidence as it stated it itself, 0 to 1
 * @param tokenUsage of all its calls in the turn; empty when it gave no position
 * @param metrics null when it gave no position
 * @param taskDistribution the tasks it named in the turn, at most five
 * @param status {@code degraded} when it could not be heard; degradedReason says why
 * @param reply its answer to an opposing argument, null when it was not asked for one
 * @param sources ids of the attachments it cited
 * @param ungrounded numbers of what it said that rest on nothing, as it wrote them; others heard a mark instead
 */
@Schema(name = "AgentResponse")
record AgentResponse(
        String agentRole,
        String response,
        @Nullable String reasoning,
        List<String> actionsProposed,
        List<String> directedTo,
        double confidence,
        Map<String, Integer> tokenUsage,

        @Nullable Metrics metrics,
        List<TaskAnswer> taskDistribution,

        @Schema(
                allowableValues = {"ok", "degraded"},
                example = "ok")
        String status,

        @Nullable String degradedReason,
        String seat,
        List<StanceShift> stances,
        @Nullable String reply,
        List<String> sources,
        List<String> ungrounded,
        ModelAnswer model) {

    /**
     * What it contributed, counted from what happened; docs/numbers.md has the formulas. Scores are from 0 to 1.
     *
     * @param responseTimeMs measured for its position
     */
    @Schema(name = "AgentMetrics")
    record Metrics(
            BigDecimal productivityScore,
            BigDecimal collaborationScore,
            BigDecimal qualityScore,
            BigDecimal engagementLevel,
            int tasksCompleted,
            int tasksInProgress,
            int tasksBlocked,
            @Nullable Integer responseTimeMs) {

        static Metrics of(AgentMetrics counted) {
            return new Metrics(
                    counted.productivityScore(),
                    counted.collaborationScore(),
                    counted.qualityScore(),
                    counted.engagementLevel(),
                    counted.tasksCompleted(),
                    counted.tasksInProgress(),
                    counted.tasksBlocked(),
                    counted.responseTimeMs());
        }
    }

    /** Where it stood on an issue before and after the discussion, from -2 (against) to 2 (for). */
    @Schema(name = "Stance")
    record StanceShift(String issue, int before, int after) {}
}
