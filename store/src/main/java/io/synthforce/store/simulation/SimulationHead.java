package io.synthforce.store.simulation;

import io.synthforce.workflows.simulation.Status;
import org.jspecify.annotations.Nullable;

/**
 * How far a simulation is, for those who look often.
 *
 * @param head position of the last journal entry
 * @param turnUnderWay the turn that was taken and is not played yet, or null
 */
public record SimulationHead(
        Status status, int currentTurn, long head, @Nullable Integer turnUnderWay) {}
