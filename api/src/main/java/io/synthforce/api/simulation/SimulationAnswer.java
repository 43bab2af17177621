package io.synthforce.api.simulation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.budget.BalanceAnswer;
import io.synthforce.api.wire.OneOf;
import io.synthforce.workflows.simulation.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A simulation as it stands. While a turn is being played the state is that before the turn.
 *
 * @param play the play that goes on, or the last one that did; null when there was none
 * @param waiting why it does not go on by itself, null when it does
 * @param thinking requests to the model that are under way
 * @param parent what it was forked from after turn {@code baseTurn}, null when it was not
 * @param root what everything in its lineage was forked from; itself when it was not forked
 * @param budget how it stands with what may be spent, null when that is not capped
 */
@Schema(name = "Simulation")
record SimulationAnswer(
        UUID sessionId,
        @Nullable String name,
        @Nullable String description,
        String scenario,
        @OneOf(Status.class) String status,
        int currentTurn,
        int maxTurns,
        ConfigAnswer config,
        List<AgentState> agentStates,
        Instant createdAt,
        Instant updatedAt,
        @Nullable PlayAnswer play,
        Standing.@Nullable Waiting waiting,
        List<Standing.Thinking> thinking,
        @Nullable UUID parent,
        UUID root,
        int baseTurn,
        @Nullable BalanceAnswer budget) {

    /**
     * A seat and what it has done so far.
     *
     * @param messagesSent positions and replies it gave
     * @param lastActiveTurn the last turn it spoke in, null when it has not spoken yet
     */
    @Schema(name = "AgentState")
    record AgentState(
            UUID id,
            UUID sessionId,
            String agentRole,
            @Nullable String currentFocus,
            List<String> goals,
            Map<String, Object> context,
            int messagesSent,
            @Nullable Integer lastActiveTurn,
            String seat) {}
}
