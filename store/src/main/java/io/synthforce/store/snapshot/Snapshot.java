package io.synthforce.store.snapshot;

import io.synthforce.workflows.journal.SimulationState;
import java.time.Instant;
import java.util.UUID;

/**
 * The bounded state after a turn, immutable.
 *
 * @param simulation that whose state it is; for a reader it may be an ancestor
 */
public record Snapshot(
        UUID simulation, int turn, long head, int engine, SimulationState state, String hash, Instant createdAt) {}
