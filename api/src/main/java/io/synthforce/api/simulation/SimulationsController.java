package io.synthforce.api.simulation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.wire.OneOf;
import io.synthforce.api.wire.Words;
import io.synthforce.store.simulation.Place;
import io.synthforce.store.simulation.SimulationFilter;
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
            long total,

            @Schema(description = "Where the next page begins, as its cursor; null when this is the last one") @Nullable
            String nextCursor) {

        private static final ListAnswer NONE = new ListAnswer(List.of(), 0, null);

        /** @param found up to one more than the page holds */
        static ListAnswer of(List<SimulationSummary> found, int limit, long total) {
            List<SimulationSummary> page = found.subList(0, Math.min(limit, found.size()));
            return new ListAnswer(
                    page.stream().map(Item::of).toList(),
                    total,
                    found.size() > limit ? Cursor.after(page.getLast()) : null);
        }

        /** One line of the list. */
        @Schema(name = "SimulationSummary")
        record Item(
                UUID sessionId,
                @Nullable String name,
                @Nullable String description,
                String scenario,
                @OneOf(Status.class) String status,
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
    @Operation(
            operationId = "list_simulations",
            summary = "List simulations, newest first",
            description =
                    "Page by cursor: pages neither repeat nor skip when simulations are started meanwhile, as they"
                            + " do by offset.")
    ListAnswer list(
            @Parameter(description = "active, paused, completed or failed; an unknown status has no simulations")
                    @RequestParam(required = false)
                    @Nullable
                    String status,
            @Parameter(description = "Text in name, description or scenario, whatever its case")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
            @RequestParam(defaultValue = "0") @Min(0) int offset,
            @Parameter(description = "next_cursor of the page before") @RequestParam(required = false) @Nullable
                    String cursor) {
        Place after = cursor == null ? null : Cursor.read(cursor);
        if (status != null && !exists(status)) {
            return ListAnswer.NONE;
        }
        SimulationFilter filter = new SimulationFilter(status, q == null || q.isBlank() ? null : q.strip());
        return ListAnswer.of(simulations.list(filter, after, limit + 1, offset), limit, simulations.count(filter));
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
