package io.synthforce.api.simulation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.wire.OneOf;
import io.synthforce.workflows.simulation.Status;
import io.synthforce.workflows.turn.Phase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a simulation stands at the moment.
 *
 * @param turn the turn under way, null when there is none
 * @param play the play that goes on, or the last one that did; null when there was none
 * @param waiting why it does not go on by itself, null when it does
 * @param thinking requests to the model that are under way
 */
@Schema(name = "Standing")
public record Standing(
        @OneOf(Status.class) @Schema(example = "active") String status,
        int currentTurn,
        @Nullable Integer turn,
        @Nullable PlayAnswer play,
        @Nullable Waiting waiting,
        List<Thinking> thinking) {

    /**
     * Why nothing moves, and until when.
     *
     * @param until when the last of the calls that wait is expected to be made; null when that is not a matter of time: a
     *     {@code budget} is waited for until somebody raises it
     * @param place of the first of them in the queue for its model, from 1, when it last asked; null where nobody queues
     */
    @Schema(name = "Waiting")
    public record Waiting(
            @Schema(
                    allowableValues = {"rate_limited", "model_unavailable", "budget", "retrying"},
                    example = "rate_limited")
            String reason,

            @Nullable Instant until,
            @Schema(example = "3") @Nullable Integer place) {}

    /**
     * A seat that is being asked.
     *
     * @param attempt how often it has been asked this, from 1
     */
    @Schema(name = "Thinking")
    public record Thinking(String seat, @OneOf(Phase.class) String phase, Instant since, int attempt) {}
}
