package io.synthforce.api.turn;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.workflows.turn.Scripted;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A turn, as /simulate/next answers it and as it can be read ever after.
 *
 * @param status {@code completed}, or {@code in_progress} with empty lists
 * @param projectTimeline of all open work, null when there is none
 * @param functionPointEstimation of all planned work, null while the turn is in progress
 * @param durationMs from the moment the turn was taken to the moment it was stored
 * @param totalTokens of all calls the agents made; the coordinator's are not counted
 * @param userInput what the turn was asked to deal with
 * @param minutesStatus {@code degraded} when no summary could be had; minutesDegradedReason says why
 * @param tasksDropped what agents said of their work and could not be kept
 * @param model who spoke: a model, or the script
 */
@Schema(name = "Turn")
record TurnAnswer(
        UUID sessionId,
        int turnNumber,

        @Schema(
                allowableValues = {"in_progress", "completed"},
                example = "completed")
        String status,

        List<AgentResponse> agentResponses,
        String coordinatorSummary,

        @Nullable TimelineAnswer projectTimeline,
        @Nullable EstimationAnswer functionPointEstimation,
        long durationMs,
        int totalTokens,
        boolean hasMoreTurns,
        @Nullable String nextSuggestedAction,
        @Nullable String userInput,
        @Schema(example = "ok") @Nullable String minutesStatus,
        @Nullable String minutesDegradedReason,
        @Nullable MinutesAnswer minutes,
        WorldAnswer world,
        List<DisagreementAnswer> disagreements,
        @Nullable AnalysisAnswer analysis,
        List<DroppedAnswer> tasksDropped,
        ModelAnswer model) {

    /**
     * Something an agent said of its work that could not be kept.
     *
     * @param task its id, or its name when it has none
     * @param item the dependency or function that was dropped; null when it was the task itself
     */
    @Schema(name = "Dropped")
    record DroppedAnswer(String seat, String task, @Nullable String item, String reason) {}

    /**
     * The minutes' other parts; the text itself is the coordinator's summary.
     *
     * @param ungrounded numbers of the summary that rest on nothing
     */
    @Schema(name = "Minutes")
    record MinutesAnswer(
            List<String> decisions,
            List<String> openQuestions,
            @Nullable String nextFocus,
            List<String> ungrounded) {}

    /** A point on which positions differed, and who was asked to answer. */
    @Schema(name = "Disagreement")
    record DisagreementAnswer(
            String id,
            int round,
            String issue,
            @Nullable String question,
            List<String> between,
            List<String> mustAnswer) {}

    /** The analyst's reading of the turn. */
    @Schema(name = "Analysis")
    record AnalysisAnswer(
            @Schema(example = "ok") String status,
            @Nullable String degradedReason,
            String text,
            List<String> risks,
            @Nullable Double confidence,
            List<String> ungrounded) {}

    /**
     * Who spoke.
     *
     * @param requested the model that was asked
     * @param served the model that answered
     * @param notice says so when no model was asked
     */
    @Schema(name = "Model")
    record ModelAnswer(
            @Nullable String requested,
            @Nullable String served,
            boolean scripted,
            @Nullable String notice) {

        static ModelAnswer of(@Nullable String requested, @Nullable String served, boolean scripted) {
            return new ModelAnswer(requested, served, scripted, scripted ? Scripted.NOTICE : null);
        }
    }
}
