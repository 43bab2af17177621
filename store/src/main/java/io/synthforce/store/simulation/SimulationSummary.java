package io.synthforce.store.simulation;

import io.synthforce.workflows.simulation.Status;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A simulation as a list shows it. */
public record SimulationSummary(
        UUID id,
        @Nullable String name,
        @Nullable String description,
        String text,
        Status status,
        int currentTurn,
        int maxTurns,
        Instant createdAt,
        Instant updatedAt) {}
