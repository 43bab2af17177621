package io.synthforce.api.simulation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.wire.Words;
import io.synthforce.store.simulation.SimulationSummary;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.simulation.Status;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows simulations, one or many. */
@RestController
@ApiRole
@Tag(name = "Simulations")
final class SimulationsController {

    private final Simulations simulations;
    private final SimulationAnswers answers;

    SimulationsController(Simulations simulations, SimulationAnswers answers) {
        this.simulations = simulations;
        this.answers = answers;
    }

    /** A page of simulations. */
    @Schema(name = "SimulationList")
    record ListAnswer(
            List<Item> simulations,

            @Schema(description = "How many there are in all")
            long total) {

        private static final ListAnswer NONE = new ListAnswer(List.of(), 0);

        /** One line of the list. */
        @Schema(name = "SimulationSummary")
        record Item(
                UUID sessionId,
                @Nullable String name,
                @Nullable String description,
                String scenario,
                String status,
                int currentTurn,
                int maxTurns,
                Instant createdAt,
                Instant updatedAt) {

            static Item of(SimulationSummary summary) {
                return new Item(
                        summary.id(),
                        summary.name(),
                        summary.description(),
                        summary.text(),
                        Words.of(summary.status()),
                        summary.currentTurn(),
                        summary.maxTurns(),
                        summary.createdAt(),
                        summary.updatedAt());
            }
        }
    }

    @GetMapping("/simulations")
    @Operation(operationId = "list_simulations", summary = "List simulations, newest first")
    ListAnswer list(
            @Parameter(description = "active, paused, completed or failed; an unknown status has no simulations")
                    @RequestParam(required = false)
                    @Nullable
                    String status,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
            @RequestParam(defaultValue = "0") @Min(0) int offset) {
        if (status != null && !exists(status)) {
            return ListAnswer.NONE;
        }
        return new ListAnswer(
                simulations.list(status, limit, offset).stream()
                        .map(ListAnswer.Item::of)
                        .toList(),
                simulations.count(status));
    }

    @GetMapping("/simulate/{session_id}")
    @Operation(
            operationId = "get_simulation",
            summary = "A simulation as it stands",
            description = "With who is thinking now and what the turn under way waits for, if it waits.")
    SimulationAnswer get(@PathVariable("session_id") UUID sessionId) {
        return simulations.find(sessionId).map(answers::of).orElseThrow(() -> new UnknownSimulation(sessionId));
    }

    private static boolean exists(String status) {
        return Arrays.stream(Status.values()).map(Words::of).anyMatch(status::equals);
    }
}
