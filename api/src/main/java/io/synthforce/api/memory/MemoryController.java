package io.synthforce.api.memory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.scenario.RoleNames;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.memory.Memories;
import io.synthforce.store.memory.MemoryEdits;
import io.synthforce.store.memory.MemoryFilter;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows what agents keep, explains what they recalled, and clears it. */
@RestController
@ApiRole
@Tag(name = "Memory")
final class MemoryController {

    private final Simulations simulations;
    private final Memories memories;
    private final MemoryEdits edits;
    private final Explanations explanations;

    MemoryController(Simulations simulations, Memories memories, MemoryEdits edits, Explanations explanations) {
        this.simulations = simulations;
        this.memories = memories;
        this.edits = edits;
        this.explanations = explanations;
    }

    @DeleteMapping("/memory/{session_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "clear_memories",
            summary = "Make the agents forget",
            description =
                    "From the next turn on nobody remembers anything older. A turn under way and branches forked before"
                            + " go on with what they know. Of a simulation that does not exist there is nothing to forget: 204, too.")
    void clear(@PathVariable("session_id") UUID sessionId) {
        edits.clear(sessionId);
    }

    @GetMapping("/memory/{session_id}")
    @Operation(
            operationId = "get_memories",
            summary = "What the agents keep, most important first, then newest",
            description =
                    "As the next turn will find it. With explain=12,ceo also what the chief executive had before it in"
                            + " turn 12, with the scores, and what was left out and why.")
    MemoryAnswer get(
            @PathVariable("session_id") UUID sessionId,
            @Parameter(description = "A role that ships, or one of the scenario's own", example = "ceo")
                    @RequestParam(name = "agent_role", required = false)
                    @CodePointLength(min = 1, max = 60)
                    @Nullable
                    String agentRole,
            @Parameter(schema = @Schema(allowableValues = {"short_term", "long_term", "episodic", "semantic"}))
                    @RequestParam(name = "memory_type", required = false)
                    @Nullable
                    String memoryType,
            @Parameter(description = "Everything when left out")
                    @RequestParam(required = false)
                    @Min(1)
                    @Max(1000)
                    @Nullable
                    Integer limit,
            @RequestParam(defaultValue = "0") @Min(0) int offset,
            @Parameter(description = "A turn and a role, or a seat, with a comma between them", example = "12,ceo")
                    @RequestParam(required = false)
                    @Nullable
                    String explain) {
        SimulationRow simulation = simulations.find(sessionId).orElseThrow(() -> new UnknownSimulation(sessionId));
        if (agentRole != null) {
            RoleNames.require(simulation.scenario(), agentRole, "query.agent_role");
        }
        MemoryFilter filter = new MemoryFilter(
                agentRole, memoryType == null ? null : MemoryTypes.read("query.memory_type", memoryType));
        ExplanationAnswer explanation = explain == null ? null : explanations.of(sessionId, Explain.read(explain));
        return MemoryAnswer.of(
                sessionId,
                memories.list(sessionId, filter, limit == null ? Integer.MAX_VALUE : limit, offset),
                memories.count(sessionId, filter),
                offset,
                agentRole,
                explanation);
    }
}
