package io.synthforce.api.replay;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.settings.ApiSettings;
import io.synthforce.api.workflow.ReportsAway;
import io.synthforce.api.workflow.SimulationWorkflows;
import io.synthforce.api.workflow.TemporalAway;
import io.synthforce.api.workflow.TemporalServer;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.replay.ReplayReport;
import io.synthforce.workflows.replay.ReplayRun;
import io.temporal.client.WorkflowFailedException;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets simulations be played once more from their records, to see that they come out as they are stored. */
@RestController
@ApiRole
@Tag(name = "Simulations")
final class ReplayController {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Simulations simulations;
    private final SimulationWorkflows workflows;
    private final TemporalServer temporal;
    private final ApiSettings settings;

    ReplayController(
            Simulations simulations, SimulationWorkflows workflows, TemporalServer temporal, ApiSettings settings) {
        this.temporal = temporal;
        this.simulations = simulations;
        this.workflows = workflows;
        this.settings = settings;
    }

    @PostMapping("/simulations/{session_id}/replay")
    @Operation(
            operationId = "replay_simulation",
            summary = "Play a simulation again from its recorded calls",
            description =
                    "From the beginning, through all that it was forked from. No model is asked and nothing is written."
                            + " The first event that comes out otherwise than it is stored is shown, with both.")
    ReplayAnswer replay(
            @PathVariable("session_id") UUID sessionId,
            @Valid @RequestBody(required = false) @Nullable ReplayRequest body) {
        simulations.head(sessionId).orElseThrow(() -> new UnknownSimulation(sessionId));
        UUID callsOf = body == null || body.callsOf() == null ? sessionId : body.callsOf();
        if (simulations.head(callsOf).isEmpty()) {
            throw new InvalidRequest("body.calls_of", "value_error", "There is no simulation " + callsOf);
        }
        return ReplayAnswer.of(sessionId, callsOf, replay(new ReplayRun(sessionId, callsOf)));
    }

    private ReplayReport replay(ReplayRun run) {
        if (!temporal.hasWorker(PATIENCE)) {
            throw new ReportsAway();
        }
        try {
            return workflows.replay(run, settings.syncTimeout());
        } catch (TemporalAway away) {
            throw new ReportsAway();
        } catch (WorkflowFailedException failure) {
            throw simulations.head(run.simulation()).isEmpty() ? new UnknownSimulation(run.simulation()) : failure;
        }
    }
}
