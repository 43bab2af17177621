package io.synthforce.api.workflow;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.wire.Words;
import io.synthforce.workflows.simulation.SimulationView;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a simulation looks from Temporal.
 *
 * @param status {@code not_started} before its first request, {@code unknown} while Temporal does not answer
 * @param state the workflow's own view, null when it did not give one
 * @param queryError why not
 * @param temporalUi where to look at its history
 */
@Schema(name = "Workflow")
record WorkflowAnswer(
        UUID sessionId,
        String workflowId,
        @Nullable String runId,
        @Schema(example = "running") String status,
        @Nullable Long historyLength,
        @Nullable Long historySizeBytes,
        @Nullable Instant startTime,
        @Nullable State state,
        @Nullable String queryError,
        @Nullable URI temporalUi) {

    /**
     * The workflow's own view.
     *
     * @param turn turns completed as far as it knows
     * @param playing the turn under way
     * @param inbox requests that wait for their turn
     */
    @Schema(name = "WorkflowState")
    record State(
            @Nullable String status,
            int turn,
            long head,
            @Nullable Integer playing,
            @Nullable String phase,
            List<Waiting> inbox) {

        /** One request that waits. */
        @Schema(name = "WaitingRequest")
        record Waiting(long request, String operation) {}

        static State of(SimulationView view) {
            return new State(
                    view.status() == null ? null : Words.of(view.status()),
                    view.turn(),
                    view.head(),
                    view.playing(),
                    view.phase(),
                    view.inbox().stream()
                            .map(bell -> new Waiting(bell.request(), Words.of(bell.operation())))
                            .toList());
        }
    }
}
