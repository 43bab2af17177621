package io.synthforce.api.simulation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.workflow.SimulationWorkflows;
import io.synthforce.api.workflow.TemporalAway;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.simulation.Simulations.Deleted;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Deletes simulations: first what is stored, then the workflows, which without it have nothing left to do. */
@RestController
@ApiRole
@Tag(name = "Simulations")
final class DeletionController {

    private static final Logger log = LoggerFactory.getLogger(DeletionController.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Simulations simulations;
    private final SimulationWorkflows workflows;

    DeletionController(Simulations simulations, SimulationWorkflows workflows) {
        this.simulations = simulations;
        this.workflows = workflows;
    }

    @DeleteMapping("/simulate/{session_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "delete_simulation",
            summary = "Delete a simulation and everything under it",
            description = "Whoever waits for one of its turns is answered with 404.")
    void delete(
            @PathVariable("session_id") UUID sessionId,
            @Parameter(description = "Delete the simulations forked from it, too") @RequestParam(defaultValue = "false")
                    boolean cascade) {
        switch (simulations.delete(sessionId, cascade)) {
            case Deleted.Gone gone -> cancel(gone);
            case Deleted.Unknown _ -> throw new UnknownSimulation(sessionId);
            case Deleted.HasBranches parent -> throw new HasBranches(parent.branches());
        }
    }

    /** Best effort: a workflow that is not reached now ends at its next look into the store. */
    private void cancel(Deleted.Gone gone) {
        try {
            for (UUID experiment : gone.experiments()) {
                workflows.cancelExperiment(experiment, PATIENCE);
            }
            for (UUID simulation : gone.simulations()) {
                workflows.cancel(simulation, PATIENCE);
            }
        } catch (TemporalAway away) {
            log.warn(
                    "Workflows of deleted simulations were not cancelled and end by themselves: {}", away.getMessage());
        }
    }
}
