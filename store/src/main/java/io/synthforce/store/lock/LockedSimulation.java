package io.synthforce.store.lock;

import io.synthforce.workflows.simulation.Status;
import java.util.UUID;

/** What a simulation is while nobody else can change it. */
public record LockedSimulation(UUID id, Status status, int currentTurn, int maxTurns, long head) {}
