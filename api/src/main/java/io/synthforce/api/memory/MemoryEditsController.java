package io.synthforce.api.memory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.memory.MemoryAnswer.Entry;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.request.RequestKey;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.memory.AddedMemory;
import io.synthforce.store.memory.MemoryEdits;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changes single memories. */
@RestController
@ApiRole
@Tag(name = "Memory")
final class MemoryEditsController {

    private static final String FROM_WHEN =
            " It counts from the next turn on. A turn under way and branches forked before go on with what they know.";

    private final Simulations simulations;
    private final MemoryEdits edits;

    MemoryEditsController(Simulations simulations, MemoryEdits edits) {
        this.simulations = simulations;
        this.edits = edits;
    }

    @PostMapping("/memory/{session_id}")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "add_memory",
            summary = "Give an agent something to keep",
            description = "A fact, an experience, an exchange or a commitment." + FROM_WHEN)
    Entry add(
            @PathVariable("session_id") UUID sessionId, @Valid @RequestBody AddMemoryRequest request, RequestKey key) {
        SimulationRow simulation = require(sessionId);
        request.requireSeat(simulation.scenario().cast());
        AddedMemory added = request.added(simulation.currentTurn() + 1, Instant.now());
        return Entry.of(
                Editing.done(edits.add(sessionId, added, key.value(), request.hash()), sessionId, sessionId, key));
    }

    @PatchMapping("/memory/{session_id}/{memory_id}")
    @Operation(
            operationId = "change_memory",
            summary = "Change, pin or unpin a memory",
            description = "What is pinned is in every prompt of its seat; at most " + MemoryEdits.MOST_PINNED
                    + " of a seat can be." + FROM_WHEN)
    Entry change(
            @PathVariable("session_id") UUID sessionId,
            @PathVariable("memory_id") UUID memoryId,
            @Valid @RequestBody ChangeMemoryRequest request) {
        return Entry.of(Editing.done(
                edits.change(sessionId, memoryId, request.change(nextTurn(sessionId))), sessionId, memoryId));
    }

    @DeleteMapping("/memory/{session_id}/{memory_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "forget_memory",
            summary = "Make an agent forget one memory",
            description = "For good." + FROM_WHEN)
    void forget(@PathVariable("session_id") UUID sessionId, @PathVariable("memory_id") UUID memoryId) {
        Editing.done(edits.forget(sessionId, memoryId), sessionId, memoryId);
    }

    private int nextTurn(UUID simulation) {
        return require(simulation).currentTurn() + 1;
    }

    private SimulationRow require(UUID simulation) {
        return simulations.find(simulation).orElseThrow(() -> new UnknownSimulation(simulation));
    }
}
