package io.synthforce.api.simulation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.request.Asked;
import io.synthforce.api.request.Inbox;
import io.synthforce.api.request.RequestKey;
import io.synthforce.api.request.StillPending;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.settings.ApiSettings;
import io.synthforce.api.wire.OneOf;
import io.synthforce.api.wire.Words;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.simulation.Operation;
import io.synthforce.workflows.simulation.Status;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pauses, resumes and stops simulations. Commands go the way of every request and overtake those that wait. */
@RestController
@ApiRole
@Tag(name = "Simulations")
final class CommandsController {

    private static final String NO_ARGUMENTS = "{}";

    private final Inbox inbox;
    private final Simulations simulations;
    private final ApiSettings settings;

    CommandsController(Inbox inbox, Simulations simulations, ApiSettings settings) {
        this.inbox = inbox;
        this.simulations = simulations;
        this.settings = settings;
    }

    /** The status a command left behind. */
    @Schema(name = "SimulationStatus")
    record StatusAnswer(
            UUID sessionId,
            @OneOf(Status.class) @Schema(example = "paused") String status) {

        static StatusAnswer of(UUID simulation, Status status) {
            return new StatusAnswer(simulation, Words.of(status));
        }
    }

    @PostMapping("/simulate/{session_id}/pause")
    @io.swagger.v3.oas.annotations.Operation(
            operationId = "pause_simulation",
            summary = "Pause a simulation",
            description = "The turn under way ends as its calls allow; further ones are refused until it is resumed.")
    StatusAnswer pause(@PathVariable("session_id") UUID sessionId, RequestKey key) {
        command(sessionId, key, Operation.PAUSE);
        return StatusAnswer.of(sessionId, Status.PAUSED);
    }

    @PostMapping("/simulate/{session_id}/resume")
    @io.swagger.v3.oas.annotations.Operation(operationId = "resume_simulation", summary = "Resume a simulation")
    StatusAnswer resume(@PathVariable("session_id") UUID sessionId, RequestKey key) {
        command(sessionId, key, Operation.RESUME);
        return StatusAnswer.of(sessionId, Status.ACTIVE);
    }

    @PostMapping("/simulate/{session_id}/stop")
    @io.swagger.v3.oas.annotations.Operation(
            operationId = "stop_simulation",
            summary = "Stop what a simulation is doing",
            description = "No further turn is played; a turn that waits for the model is left and taken up by the next"
                    + " request. Everything played is kept.")
    StatusAnswer stop(@PathVariable("session_id") UUID sessionId, RequestKey key) {
        command(sessionId, key, Operation.STOP);
        return simulations
                .find(sessionId)
                .map(SimulationRow::status)
                .map(status -> StatusAnswer.of(sessionId, status))
                .orElseThrow(() -> new UnknownSimulation(sessionId));
    }

    private void command(UUID simulation, RequestKey key, Operation operation) {
        Asked asked = inbox.ask(simulation, key, operation, NO_ARGUMENTS, settings.syncTimeout());
        if (asked instanceof Asked.Pending) {
            throw new StillPending(key, settings.syncTimeout(), "/simulate/" + simulation);
        }
    }
}
