package io.synthforce.store.snapshot;

import io.synthforce.workflows.journal.SimulationState;
import java.util.UUID;

/** The bounded state after a turn, immutable. */
public record Snapshot(UUID simulation, int turn, long head, int engine, SimulationState state, String hash) {}
