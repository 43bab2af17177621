package io.synthforce.workflows.simulation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The workflow's own view of itself, for people who inspect it.
 *
 * @param turn turns completed as far as this run knows
 * @param playing the turn under way, or null
 * @param phase the phase it is in, or null
 * @param inbox requests waiting for their turn
 */
public record SimulationView(
        UUID simulation,
        @Nullable Status status,
        int turn,
        long head,
        @Nullable Integer playing,
        @Nullable String phase,
        List<Bell> inbox) {}
