package io.synthforce.api.memory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.memory.MemoryAnswer.Entry;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.wire.KnownRole;
import io.synthforce.store.memory.Memories;
import io.synthforce.store.memory.Memory;
import io.synthforce.store.memory.MemoryEdits;
import io.synthforce.store.simulation.Simulations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows memories, and clears them. */
@RestController
@ApiRole
@Tag(name = "Memory")
final class MemoryController {

    private final Simulations simulations;
    private final Memories memories;
    private final MemoryEdits edits;

    MemoryController(Simulations simulations, Memories memories, MemoryEdits edits) {
        this.simulations = simulations;
        this.memories = memories;
        this.edits = edits;
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
    @Operation(operationId = "get_memories", summary = "What the agents keep, most important first, then newest")
    MemoryAnswer get(
            @PathVariable("session_id") UUID sessionId,
            @RequestParam(name = "agent_role", required = false) @KnownRole @Nullable String agentRole) {
        simulations.find(sessionId).orElseThrow(() -> new UnknownSimulation(sessionId));
        List<Memory> kept = memories.list(sessionId, agentRole);
        Map<String, List<Entry>> byAgent = new LinkedHashMap<>();
        if (agentRole != null) {
            byAgent.put(agentRole, new ArrayList<>());
        }
        kept.forEach(memory -> byAgent.computeIfAbsent(memory.agentRole(), _ -> new ArrayList<>())
                .add(Entry.of(memory)));
        return new MemoryAnswer(sessionId, kept.size(), byAgent, null);
    }
}
