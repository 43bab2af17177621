package io.synthforce.api.workflow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.settings.ApiSettings;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.simulation.SimulationRun;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowExecutionDescription;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows the workflow behind a simulation to those who operate it. */
@RestController
@ApiRole
@Tag(name = "Simulations")
final class WorkflowController {

    private static final Duration QUERY = Duration.ofSeconds(2);
    private static final String STATUS_PREFIX = "WORKFLOW_EXECUTION_STATUS_";

    private final Simulations simulations;
    private final SimulationWorkflows workflows;
    private final @Nullable URI ui;
    private final String namespace;

    WorkflowController(
            Simulations simulations,
            SimulationWorkflows workflows,
            ApiSettings settings,
            @Value("${spring.temporal.namespace}") String namespace) {
        this.simulations = simulations;
        this.workflows = workflows;
        this.ui = settings.temporalUi();
        this.namespace = namespace;
    }

    @GetMapping("/simulations/{session_id}/workflow")
    @Operation(
            operationId = "get_workflow",
            summary = "The workflow behind a simulation",
            description =
                    "Its own view, run, history and where to look at it in the Temporal UI. What Temporal does not"
                            + " answer in time is null, and query_error says why.")
    WorkflowAnswer workflow(@PathVariable("session_id") UUID sessionId) {
        simulations.find(sessionId).orElseThrow(() -> new UnknownSimulation(sessionId));
        try {
            return workflows
                    .describe(sessionId)
                    .map(found -> seen(sessionId, found))
                    .orElseGet(() -> unseen(sessionId, "not_started", null));
        } catch (TemporalAway away) {
            return unseen(sessionId, "unknown", away.getMessage());
        }
    }

    private WorkflowAnswer seen(UUID simulation, WorkflowExecutionDescription found) {
        String error = null;
        WorkflowAnswer.State state = null;
        try {
            state = WorkflowAnswer.State.of(workflows.state(simulation, QUERY));
        } catch (TemporalAway away) {
            error = "The workflow did not answer within " + QUERY.toSeconds() + " seconds";
        } catch (WorkflowException refused) {
            error = "The workflow refused the query: " + refused.getClass().getSimpleName();
        }
        String run = found.getExecution().getRunId();
        return new WorkflowAnswer(
                simulation,
                SimulationRun.workflowId(simulation),
                run,
                found.getStatus().name().substring(STATUS_PREFIX.length()).toLowerCase(Locale.ROOT),
                found.getHistoryLength(),
                found.getWorkflowExecutionInfo().getHistorySizeBytes(),
                found.getStartTime(),
                state,
                error,
                link(simulation, run).orElse(null));
    }

    private static WorkflowAnswer unseen(UUID simulation, String status, @Nullable String error) {
        return new WorkflowAnswer(
                simulation, SimulationRun.workflowId(simulation), null, status, null, null, null, null, error, null);
    }

    private Optional<URI> link(UUID simulation, String run) {
        String id = URLEncoder.encode(SimulationRun.workflowId(simulation), StandardCharsets.UTF_8);
        return Optional.ofNullable(ui)
                .map(base -> URI.create("%s/namespaces/%s/workflows/%s/%s/history"
                        .formatted(base.toString().replaceAll("/+$", ""), namespace, id, run)));
    }
}
