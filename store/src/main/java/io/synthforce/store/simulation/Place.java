package io.synthforce.store.simulation;

import java.time.Instant;
import java.util.UUID;

/** Where a simulation stands in the list of all, newest first; unlike an offset it stays when others are started. */
public record Place(Instant createdAt, UUID id) {}
