package io.synthforce.store.snapshot;

import java.util.Optional;
import java.util.UUID;

/** Snapshots by their natural key. */
public class Snapshots {

    public Optional<Snapshot> find(UUID simulation, int turn) {
        throw new UnsupportedOperationException();
    }
}
