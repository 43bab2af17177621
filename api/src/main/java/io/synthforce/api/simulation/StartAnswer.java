package io.synthforce.api.simulation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.budget.BudgetRequest;
import io.synthforce.api.wire.OneOf;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.workflows.simulation.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A simulation as it was started; the same for every repeat of the request. */
@Schema(name = "StartedSimulation")
record StartAnswer(
        UUID sessionId,
        @OneOf(Status.class) @Schema(example = "active") String status,
        String scenario,
        ConfigAnswer config,
        List<String> agents,
        String message,
        Instant createdAt) {

    static StartAnswer of(SimulationRow row, @Nullable BudgetRequest budget) {
        List<String> agents = row.scenario().settings().agents();
        return new StartAnswer(
                row.id(),
                "active",
                row.scenario().text(),
                ConfigAnswer.of(row.scenario(), budget),
                agents,
                "Simulation started with %d agents".formatted(agents.size()),
                row.createdAt());
    }
}
